"""The board: homes, sizes and the promise that nothing overlaps."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.layout import LEAST, Scene, arrange, fit_scale
from exports.lettering import measure, wrap
from exports.picture import Link, Name, Node, Picture, Post, find_homes
from exports.tree import grow_tree

ID = "https://w3id.org/onecity/id/"


def node(slug: str, cls: str, zh: str = "", en: str = "") -> Node:
    return Node(ID + slug, Name(zh or slug, en), cls)


def link(source: str, predicate: str, target: str) -> Link:
    return Link(ID + source, ID + target, predicate)


def overlaps(scene: Scene) -> list[tuple[str, str]]:
    return [
        (a.iri, b.iri)
        for a, b in combinations(scene.cards, 2)
        if a.x < b.x + b.w and b.x < a.x + a.w and a.y < b.y + b.h and b.y < a.y + a.h
    ]


CLASSES = [
    "City",
    "District",
    "HighTechZone",
    "SciencePark",
    "Laboratory",
    "University",
    "Fund",
    "Person",
    "Industry",
    "Alliance",
    "DemonstrationBase",
]
PREDICATES = [
    "partOf",
    "locatedIn",
    "establishedBy",
    "affiliatedWith",
    "governedBy",
    "focusesOn",
    "issuedBy",
    "memberOf",
    "cooperatesWith",
]


@st.composite
def pictures(draw: st.DrawFn) -> Picture:
    names = st.text(alphabet="重庆高新区国家实验室 Wide WORDS-in,(Latin)é\u3000", max_size=40)
    classes = draw(st.lists(st.sampled_from(CLASSES), min_size=1, max_size=30))
    nodes = tuple(
        Node(f"{ID}{i}", Name(draw(names), draw(names)), cls) for i, cls in enumerate(classes)
    )
    ends = st.sampled_from([n.iri for n in nodes])
    links = draw(st.lists(st.builds(Link, ends, ends, st.sampled_from(PREDICATES)), max_size=50))
    return Picture(nodes, tuple(links))


@given(pictures(), st.sampled_from(["zh", "en"]))
@settings(max_examples=25, deadline=None)
def test_cards_never_overlap_and_stay_on_the_board(picture: Picture, language: str) -> None:
    scenes = arrange(picture, language)
    for scene in scenes.values():
        assert overlaps(scene) == []
        for card in scene.cards:
            assert card.x >= 0 and card.x + card.w <= scene.width + 0.2
            assert card.y >= 0 and card.y + card.h <= scene.height + 0.2
    everything = [card.iri for card in scenes["all"].cards]
    assert sorted(everything) == sorted(n.iri for n in picture.nodes)


@given(pictures())
@settings(max_examples=25, deadline=None)
def test_every_node_has_at_most_one_home_and_no_circle(picture: Picture) -> None:
    homes = find_homes(picture)
    for start in homes:
        seen = {start}
        here = homes.get(start)
        while here is not None:
            assert here not in seen
            seen.add(here)
            here = homes.get(here)
    assert homes == find_homes(Picture(picture.nodes[::-1], picture.links[::-1]))


def test_home_prefers_containment_then_builder_and_the_nearer_place() -> None:
    picture = Picture(
        (
            node("city", "City"),
            node("zone", "HighTechZone"),
            node("park", "SciencePark"),
            node("lab", "Laboratory"),
            node("fund", "Fund"),
            node("who", "Person"),
            node("plan", "Strategy"),
            node("trade", "Industry"),
            node("shared", "Industry"),
            node("uni", "University"),
        ),
        (
            link("zone", "partOf", "plan"),
            link("plan", "establishedBy", "city"),
            link("park", "locatedIn", "zone"),
            link("lab", "locatedIn", "city"),
            link("lab", "establishedBy", "park"),
            link("fund", "establishedBy", "zone"),
            link("zone", "focusesOn", "trade"),
            link("zone", "focusesOn", "shared"),
            link("uni", "focusesOn", "shared"),
            link("uni", "locatedIn", "city"),
        ),
        posts=(Post(ID + "who", ID + "zone", "director"),),
    )
    homes = {
        key.removeprefix(ID): home.removeprefix(ID) for key, home in find_homes(picture).items()
    }
    assert homes == {
        "zone": "city",
        "plan": "city",
        "park": "zone",
        "lab": "park",
        "fund": "zone",
        "who": "zone",
        "trade": "zone",
        "uni": "city",
    }
    tree = grow_tree(picture)
    assert (tree.top, tree.zones()) == (ID + "city", [ID + "zone"])


def crowd(zones: int, each: int) -> Picture:
    nodes = [node("city", "City", "江州市")]
    links = []
    for z in range(zones):
        nodes.append(node(f"z{z:03}", "HighTechZone", f"江州第{z}高新技术产业开发区"))
        links.append(link(f"z{z:03}", "locatedIn", "city"))
        for c in range(each):
            nodes.append(node(f"z{z:03}c{c:02}", "Laboratory", f"第{z}之{c}国家重点联合实验室"))
            links.append(link(f"z{z:03}c{c:02}", "locatedIn", f"z{z:03}"))
    return Picture(tuple(nodes), tuple(links))


def test_an_article_of_a_hundred_entities_is_shown_whole_in_readable_letters() -> None:
    scenes = arrange(crowd(5, 18), "zh")
    assert len(scenes["all"].cards) == 96
    assert fit_scale(scenes["all"]) >= LEAST["zh"]


def test_a_crowd_is_shown_as_zones_with_counts_and_one_zone_at_a_time() -> None:
    scenes = arrange(crowd(12, 30), "zh")
    overview = scenes["overview"]
    assert fit_scale(overview) >= LEAST["zh"]
    counts = {frame.iri: frame.counts for frame in overview.frames if frame.iri.endswith("z003")}
    assert counts == {ID + "z003": (("platform", 30),)}
    assert len(scenes[ID + "z003"].cards) == 31


def test_a_board_too_large_to_read_has_no_view_of_everything() -> None:
    assert "all" not in arrange(crowd(60, 20), "zh")


def test_an_empty_picture_has_an_empty_board() -> None:
    assert arrange(Picture(()), "zh")["all"].cards == ()


@pytest.mark.parametrize(
    "text",
    [
        "国家智能产业密码应用示范与科技创新基地",
        "Xiyong Microelectronics Park",
        "Donaudampfschifffahrtsgesellschaftskapitän",
        "",
        " ",
    ],
)
def test_lines_are_within_their_width(text: str) -> None:
    for line in wrap(text, 8.0, 3):
        assert measure(line) <= 8.0 + 1e-9


def test_words_stay_whole_where_they_fit() -> None:
    assert wrap("Xiyong Microelectronics Park", 10, 3) == ("Xiyong", "Microelectronics", "Park")


def test_a_city_that_frames_nothing_heads_the_board_without_claiming_what_is_below() -> None:
    picture = Picture(
        (
            node("city", "City", "江州市"),
            node("zone", "HighTechZone", "江州高新区"),
            node("named", "InnovationZone", "江州协同创新区"),
            node("uni", "University", "江州大学"),
            node("lab", "Laboratory", "江州实验室"),
            node("far", "City", "远州市"),
        ),
        (link("lab", "locatedIn", "zone"),),
    )
    tree = grow_tree(picture)
    assert (tree.top, tree.enclosed) == (ID + "city", False)
    scene = arrange(picture, "zh", tree)["all"]
    banner = next(card for card in scene.cards if card.kind == "banner")
    assert (banner.iri, banner.y) == (ID + "city", 0.0)
    assert ID + "city" not in {frame.iri for frame in scene.frames}
    labels = [frame.label for frame in scene.frames if frame.label]
    assert labels == ["board.named", "board.rest"]
