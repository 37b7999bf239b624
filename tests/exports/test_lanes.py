"""Lines between frames: led through the gaps, never over a card, and only those that cross."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from exports.lanes import Lane
from exports.layout import Scene, arrange
from exports.packing import Card
from exports.picture import Link, Name, Node, Picture
from tests.benchmarks.bench_page import region

ID = "https://w3id.org/onecity/id/"


def town(*ties: tuple[str, str, str]) -> Picture:
    classes = {"city": "City", "east": "HighTechZone", "west": "HighTechZone", "plan": "Fund"}
    slugs = [*classes, "east-lab", "east-park", "west-lab", "west-uni"]
    kinds = {"lab": "Laboratory", "park": "SciencePark", "uni": "University"}
    nodes = [Node(ID + s, Name(s), classes.get(s) or kinds[s.split("-")[1]]) for s in slugs]
    inside = [("east", "city"), ("west", "city"), ("plan", "city")]
    inside += [(s, s.split("-")[0]) for s in slugs if "-" in s]
    links = [Link(ID + a, ID + b, "locatedIn") for a, b in inside]
    links += [Link(ID + a, ID + b, "cooperatesWith", style) for a, b, style in ties]
    return Picture(tuple(nodes), tuple(links))


def whole(picture: Picture) -> Scene:
    return arrange(picture, "zh")["all"]


def crosses(lane: Lane, card: Card) -> bool:
    """Whether a stretch of the lane leads through the inside of the card."""
    for (ax, ay), (bx, by) in zip(lane.points, lane.points[1:], strict=False):
        wide = max(ax, bx) > card.x + 1 and min(ax, bx) < card.x + card.w - 1
        high = max(ay, by) > card.y + 1 and min(ay, by) < card.y + card.h - 1
        if wide and high:
            return True
    return False


def touches(point: tuple[float, float], card: Card) -> bool:
    x, y = point
    return card.x - 3 <= x <= card.x + card.w + 3 and card.y - 3 <= y <= card.y + card.h + 3


def test_only_what_crosses_frames_is_drawn() -> None:
    picture = town(
        ("east-lab", "west-lab", "stated"),
        ("east-lab", "east-park", "stated"),
        ("east-park", "west-uni", "planned"),
        ("west-uni", "east", "inferred"),
        ("west-lab", "east-park", "claim"),
    )
    lanes = whole(picture).lanes
    drawn = [(lane.source[len(ID) :], lane.target[len(ID) :], lane.planned) for lane in lanes]
    assert drawn == [("east-lab", "west-lab", False), ("east-park", "west-uni", True)]


def test_a_home_and_a_second_parent_are_joined_by_a_line() -> None:
    picture = town()
    second = Link(ID + "east-lab", ID + "west", "affiliatedWith")
    scene = whole(Picture(picture.nodes, (*picture.links, second)))
    assert [(lane.source, lane.target) for lane in scene.lanes] == [(ID + "east-lab", ID + "west")]
    assert sum(card.iri == ID + "east-lab" for card in scene.cards) == 1


def test_lines_of_several_links_are_one_and_know_them_all() -> None:
    picture = town(("east-lab", "west-lab", "stated"))
    more = Link(ID + "east-lab", ID + "west-lab", "reliesOn")
    (lane,) = whole(Picture(picture.nodes, (*picture.links, more))).lanes
    assert len(lane.links) == 2


@given(st.integers(20, 90), st.sampled_from(["zh", "en"]))
@example(81, "zh")
@settings(max_examples=6, deadline=None)
def test_no_line_leads_over_a_card(size: int, language: str) -> None:
    for scene in arrange(region(size), language).values():
        cards = {card.iri: card for card in scene.cards}
        for lane in scene.lanes:
            assert not [card.lines for card in scene.cards if crosses(lane, card)]
            assert touches(lane.points[0], cards[lane.source])
            assert touches(lane.points[-1], cards[lane.target])


def test_lines_in_one_gap_lie_side_by_side() -> None:
    scene = arrange(region(66), "zh")["overview"]
    stretches: set[tuple[float, float, float, float]] = set()
    for lane in scene.lanes:
        for (ax, ay), (bx, by) in zip(lane.points, lane.points[1:], strict=False):
            stretch = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
            if stretch[2] - stretch[0] + stretch[3] - stretch[1] > 40:
                assert stretch not in stretches
                stretches.add(stretch)
    assert len(scene.lanes) > 10
