from tests.sources.conftest import read_stages


def test_a_team_goes_by_a_person() -> None:
    assert read_stages("来自云溪的方亦舟团队研发出芯片。").names.get("方亦舟") == "Person"
