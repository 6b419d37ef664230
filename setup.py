"""What pyproject.toml cannot say: ``models/`` of the source tree is installed as ``pipeline/models``."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["pipeline", "pipeline.*"]), "pipeline.models"],
    package_dir={"pipeline.models": "models"},
    package_data={
        # a folder "data" has no __init__.py and so is no package: its files belong to the package around it
        "": ["*.toml", "*.tsv", "*.html", "*.css", "*.npz", "py.typed", "data/*.toml", "data/*.tsv"],
        "pipeline.models": ["README.md", "pl_magistrat_sm/*", "pl_magistrat_sm/*/*", "pl_magistrat_sm/*/*/*"],
    },
)
