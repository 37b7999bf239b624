from tests.sources.conftest import read_text

PLAN = "云溪市“十四五”科技创新规划（节选）\n第三章 体制机制\n推行“揭榜挂帅”制度，每年发布榜单20项。"
REPORT = (
    "抚松县政府工作报告（节选）\n——2024年1月16日在县第十九届人民代表大会第三次会议上\n各位代表：\n"
    "我代表县人民政府报告工作。\n一、过去一年\n清河大学创办的远帆众创空间去年开业。"
    "支持北辰机器人公司扩产。实施“归雁计划”，引进人才200名。"
)
NOTICE = (
    "云溪高新技术产业开发区管理委员会\n关于印发《云溪高新区促进新材料产业发展若干措施》的通知\n"
    "云高新发〔2015〕1号\n第四条 支持清河大学在本区设立青石新材料研究院。"
)
ESSAY = "远帆众创空间开业\n清河大学创办的远帆众创空间去年开业。支持北辰机器人公司扩产，是后来的事。"


def said(text: str, predicate: str) -> set[tuple[str, str]]:
    return read_text(text).pairs(predicate)


def test_the_area_carries_out_what_its_plan_tells_of() -> None:
    assert said(PLAN, "implements") == {("云溪市", "揭榜挂帅")}


def test_the_area_of_a_report_does_what_a_sentence_opens_with() -> None:
    assert said(REPORT, "supports") == {("抚松县", "北辰机器人公司")}
    assert said(REPORT, "implements") == {("抚松县", "归雁计划")}


def test_a_policy_named_in_the_second_line_of_a_title_supports() -> None:
    policy = "云溪高新区促进新材料产业发展若干措施"
    assert said(NOTICE, "supports") == {(policy, "清河大学")}


def test_without_report_a_house_that_was_spoken_of_helps_nobody() -> None:
    assert said(ESSAY, "supports") == set()
