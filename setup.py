"""What pyproject.toml cannot say: ``models/`` of the source tree is installed as ``pipeline/models``."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["pipeline", "pipeline.*"]), "pipeline.models"],
    package_dir={"pipeline.models": "models"},
    package_data={
        "": ["*.toml", "*.tsv", "*.html", "*.css", "*.npz", "py.typed"],
        "pipeline.models": ["README.md", "pl_magistrat_sm/*", "pl_magistrat_sm/*/*", "pl_magistrat_sm/*/*/*"],
    },
)
