"""What the page says of gaps and ties is what the analysis finds."""

from exports.page_survey import describe_survey, to_network
from exports.picture import Article, Link, Name, Node, Picture, Post, Proof, Quote
from tests.exports.town import ARTICLE, ID, sample


def indexed(picture: Picture) -> dict[str, int]:
    return {iri: place for place, iri in enumerate(sorted(node.iri for node in picture.nodes))}


def said(start: int) -> tuple[Proof, ...]:
    return (Proof(ARTICLE, (Quote("words", start=start, end=start + 5),)),)


def two_parks() -> Picture:
    nodes = [
        Node(ID + "a", Name("甲园"), "IndustrialPark"),
        Node(ID + "b", Name("乙园"), "IndustrialPark"),
        Node(ID + "bio", Name("生物医药"), "Industry"),
        Node(ID + "fund", Name("基金"), "Fund"),
        Node(ID + "lab", Name("实验室"), "Laboratory"),
        Node(ID + "li", Name("李明"), "Person"),
        Node(ID + "lost", Name("某中心"), "EngineeringCenter"),
    ]
    links = (
        Link(ID + "a", ID + "bio", "focusesOn", proofs=said(1)),
        Link(ID + "b", ID + "bio", "focusesOn", proofs=said(2)),
        Link(ID + "fund", ID + "a", "establishedBy", proofs=said(3)),
        Link(ID + "lab", ID + "a", "locatedIn", "planned", said(4)),
        Link(ID + "lab", ID + "b", "locatedIn", "claim", said(5)),
    )
    posts = (Post(ID + "li", ID + "b", "主任", said(6)),)
    return Picture(tuple(nodes), links, (), posts, (Article(ARTICLE, "t", "", "报"),))


def test_a_place_tells_what_it_has_what_is_planned_and_what_nobody_tells() -> None:
    picture = two_parks()
    index = indexed(picture)
    rows = {row["place"]: row for row in describe_survey(picture, index)["places"]}
    a, b = rows[index[ID + "a"]], rows[index[ID + "b"]]
    assert a["held"] == {"Laboratory": [index[ID + "lab"]], "Fund": [index[ID + "fund"]]}
    assert a["lacks"] == {"Laboratory": "planned", "Policy": "missing", "University": "missing"}
    assert a["told"] == [3, 1, 1]
    assert set(b["lacks"]) == {"Laboratory", "Fund", "Policy", "University"}


def test_overlaps_ties_and_strays_lead_back_to_relations_and_posts() -> None:
    picture = two_parks()
    index = indexed(picture)
    survey = describe_survey(picture, index)
    assert survey["overlaps"] == [[index[ID + "bio"], [0, 1]]]
    assert survey["ties"] == [[index[ID + "a"], index[ID + "b"], 1.0, [0, 1]]]
    assert survey["strays"] == [index[ID + "lost"]]
    network, numbers = to_network(picture)
    assert sorted(numbers.values()) == [-1, 0, 1, 2, 3]
    assert "denied" not in {tie.kind for tie in network.ties}


def test_each_finding_says_what_it_means_in_both_languages() -> None:
    meanings = describe_survey(sample(), indexed(sample()))["meanings"]
    assert meanings["gap"]["en"]["name"] == "Gaps"
    assert all(told["zh"]["says"] and told["en"]["says"] for told in meanings.values())
