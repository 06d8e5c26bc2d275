#!/usr/bin/env python3
"""Writes the files that the import is tested on: each layout in several shapes, all of a layout's
with the same figures. `expected.json` has those figures, and how many things are rejected.

    python3 make_corpus.py        in this folder; needs python3-openpyxl and LibreOffice
"""

import csv
import datetime
import io
import json
import pathlib
import subprocess
import tempfile
import zipfile

import openpyxl

HERE = pathlib.Path(__file__).parent
MONTHS = ["2025-12-31", "2026-02-28", "2026-03-31"]
# What the header says, what its rows say, and what of it is a figure of the series.
EDB = {
    "names": ["5G移动电话用户", "千兆宽带接入用户", "中国:没有的指标"],
    "units": ["万户", "亿户", "%"],
    "ids": ["M0001", "M0002", "M0003"],
    "rows": {"2025-12-31": [120400, 2.38, 1], "2026-02-28": [123500, None, 2],
             "2026-03-31": [124700, 2.48, 3]},
}
EDB_FIGURES = {
    "miit.mobile_5g_users": {"2025-12-31": 12.04, "2026-02-28": 12.35, "2026-03-31": 12.47},
    "miit.gigabit_users": {"2025-12-31": 2.38, "2026-03-31": 2.48},
}
DAYS = {"2026-04-08": [9600.5, 3100.25], "2026-04-09": [9610.0, 3110.75],
        "2026-04-10": [9652.4, 3127.85]}
CLOSES = {"8841058.WI": {day: row[0] for day, row in DAYS.items()},
          "866052.WI": {day: row[1] for day, row in DAYS.items()}}


def csv_bytes(rows, encoding, separator=","):
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue().encode(encoding)


def save(name, content):
    (HERE / name).write_bytes(content)


def workbook(name, sheets, hidden=()):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        if title in hidden:
            sheet.sheet_state = "hidden"
    book.save(HERE / name)


def without_styles(name):
    """A broken styles part, as some exports have it."""
    with zipfile.ZipFile(HERE / name) as book:
        parts = {entry: book.read(entry) for entry in book.namelist()}
    parts["xl/styles.xml"] = b"<styleSheet><fonts count='9'><font></fonts>"
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as book:
        for entry, content in parts.items():
            book.writestr(entry, content)


def edb_rows(corner, months, dates, text, extra=()):
    rows = [[corner, *EDB["names"]], ["频率", "月", "月", "月"], ["单位", *EDB["units"]],
            ["指标ID", *EDB["ids"]], ["来源", "工信部", "工信部", "某处"], *extra]
    for month in months:
        rows.append([dates(month), *[text(value) for value in EDB["rows"][month]]])
    return rows + [["数据来源：Wind"]]


def day(month):
    return datetime.date.fromisoformat(month)


def serial(month):
    return (day(month) - datetime.date(1899, 12, 30)).days


def blank(value):
    return "" if value is None else value


def thousands(value):
    return "" if value is None else f"{value:,}"


def wind_edb():
    save("wind-edb.gb18030.csv", csv_bytes(edb_rows("指标名称", MONTHS, str, blank), "gb18030"))
    save("wind-edb.newest-first.csv",
         csv_bytes(edb_rows("Wind", MONTHS[::-1], lambda m: m.replace("-", "/"), thousands,
                            [["时间区间", "a", "b", "c"], ["更新时间", "", "", ""]]), "utf-8-sig"))
    workbook("wind-edb.dates.xlsx",
             {"说明": [["只是说明"]], "EDB": edb_rows("指标名称", MONTHS, day, lambda v: v)})
    workbook("wind-edb.serials.xlsx", {"EDB": edb_rows("Wind", MONTHS, serial, lambda v: v)})
    without_styles("wind-edb.serials.xlsx")
    content = (HERE / "wind-edb.dates.xlsx").read_bytes()
    save("wind-edb.named-csv.csv", content)


def choice():
    def rows(months, deep):
        head = [["宏观数据"], ["指标名称", *EDB["names"]]]
        if deep:
            head += [["频率", "月", "月", "月"], ["来源", "a", "b", "c"]]
        head += [["单位", *EDB["units"]]]
        body = [[month, *[blank(value) for value in EDB["rows"][month]]] for month in months]
        return head + body + [[], ["数据来源：东方财富Choice数据"]]
    save("choice.deep.csv", csv_bytes(rows(MONTHS[::-1], True), "gb18030"))
    save("choice.flat.csv", csv_bytes(rows(MONTHS, False), "utf-16"))
    workbook("choice.xlsx", {"Sheet1": rows(MONTHS[::-1], True)})


def quotes():
    def rows(code, date, junk):
        head = [["代码", "名称", "日期", "开盘价(元)", "最高价(元)", "最低价(元)", "收盘价(元)",
                 "成交额(百万)", "成交量(股)"]]
        body = []
        for when, closes in DAYS.items():
            for name, close in zip(("8841058.WI", "866052.WI"), closes):
                body.append([code(name), "指数", date(when), 1, 2, 0.5, close, 3, 4])
        if junk:
            body.append([code("8841058.WI"), "指数", date("2026-04-07"), 0, 0, 0, 0, 0, 0])
        return head + body
    save("wind-quotes.gb18030.csv", csv_bytes(rows(str, str, True), "gb18030"))
    save("wind-quotes.tabs.csv",
         csv_bytes(rows(str, lambda d: d.replace("-", ""), False), "utf-8", "\t"))
    workbook("wind-quotes.xlsx", {"收盘价": rows(str, day, True)})


def fred():
    def rows(header, gap):
        body = [[month, 12.04 + place, gap] for place, month in enumerate(MONTHS)]
        return [[header, "miit.mobile_5g_users", "miit.gigabit_users"], *body]
    save("fred.dots.csv", csv_bytes(rows("observation_date", "."), "utf-8"))
    save("fred.old.csv", csv_bytes(rows("DATE", "."), "utf-8"))
    save("fred.blanks.csv", csv_bytes(rows("observation_date", ""), "utf-8"))


def wide():
    def rows(header, date):
        return [[header, "miit.mobile_5g_users", "Gigabit broadband subscribers"],
                *[[date(month), 12.04 + place, "--"] for place, month in enumerate(MONTHS)]]
    save("wide.semicolons.csv", csv_bytes(rows("日期", lambda m: m[:7]), "utf-8", ";"))
    save("wide.chinese.csv",
         csv_bytes(rows("期间", lambda m: f"{m[:4]}年{int(m[5:7])}月"), "gb18030"))
    workbook("wide.hidden.xlsx",
             {"a": [["nothing here"]], "b": rows("date", day)}, hidden=("b",))


def tidy():
    def rows(order):
        lines = [["miit.mobile_5g_users", month, 12.04 + place]
                 for place, month in enumerate(MONTHS)]
        return [["code", "period_end", "value"], *lines[::order], *lines[:1]]
    save("tidy.csv", csv_bytes(rows(1), "utf-8"))
    save("tidy.newest-first.csv", csv_bytes(rows(-1), "utf-8-sig", "|"))
    workbook("tidy.xlsx", {"figures": rows(1)})


def ifind():
    """Blocks of series, each behind a column of periods of its own; four rows of header."""
    def rows(months, dates, text):
        first, second, third = EDB["names"]
        units, ids = EDB["units"], EDB["ids"]
        head = [["指标名称", first, third, "指标名称", second],
                ["频率", "月", "月", "频率", "月"],
                ["单位", units[0], units[2], "单位", units[1]],
                ["指标ID", ids[0], ids[2], "指标ID", ids[1]]]
        body = []
        for place, month in enumerate(months):
            values = EDB["rows"][month]
            # The second block has no row for what it has no figure of, so that its rows move up.
            others = [m for m in months if EDB["rows"][m][1] is not None]
            right = [dates(others[place]), text(EDB["rows"][others[place]][1])] \
                if place < len(others) else ["", ""]
            body.append([dates(month), text(values[0]), text(values[2]), *right])
        return head + body + [["数据来源:同花顺iFinD"]]
    save("ifind.gb18030.csv", csv_bytes(rows(MONTHS, str, blank), "gb18030"))
    workbook("ifind.newest-first.xlsx", {"Sheet1": rows(MONTHS[::-1], day, lambda v: v)})
    named = [["同花顺iFinD"], *[[{"指标名称": "时间"}.get(cell, cell) for cell in row]
                             for row in rows(MONTHS, lambda m: m.replace("-", "/"), thousands)]]
    save("ifind.times.csv", csv_bytes(named, "utf-8-sig"))


def wind_wide():
    """Closes of several securities beside one another, under headings that span columns."""
    codes = list(CLOSES)
    def by_metric(date, corner):
        return [[corner, "开盘价", "", "收盘价", ""], ["日期", *codes, *codes],
                *[[date(when), 1, 2, *closes] for when, closes in DAYS.items()], ["数据来源：Wind"]]
    def by_entity(date):
        head = [["", codes[0], "", "", codes[1], "", ""],
                ["日期", "开盘价(元)", "收盘价(元)", "成交量(股)"] + ["开盘价(元)", "收盘价(元)", "成交量(股)"]]
        return head + [[date(when), 1, closes[0], 3, 2, closes[1], 4]
                       for when, closes in DAYS.items()]
    save("wind-wide.metric.csv", csv_bytes(by_metric(str, ""), "gb18030"))
    save("wind-wide.entity.csv", csv_bytes(by_entity(lambda d: d.replace("-", "/")), "utf-8"))
    book = openpyxl.Workbook()
    sheet = book.active
    for row in by_metric(day, ""):
        sheet.append([None if cell == "" else cell for cell in row])
    sheet.merge_cells("B1:C1")
    sheet.merge_cells("D1:E1")
    sheet.merge_cells("A1:A1")
    book.save(HERE / "wind-wide.metric.xlsx")
    book = openpyxl.Workbook()
    sheet = book.active
    for row in by_entity(day):
        sheet.append([None if cell == "" else cell for cell in row])
    sheet.merge_cells("B1:D1")
    sheet.merge_cells("E1:G1")
    book.save(HERE / "wind-wide.entity.xlsx")


MIIT_TITLE = "2026年3月份通信业主要指标完成情况"
MIIT_HEAD = ["指标名称", "单位", "本年本月止累计到达", "比上年同期累计(±%)", "本月末到达", "比上年末净增"]
MIIT_ROWS = [
    ["一、电信业务收入", "亿元", 4512.3, 1.4, None, None],
    ["二、移动互联网接入流量", "亿GB", 985.2, 16.8, None, None],
    ["三、固定互联网宽带接入用户", "万户", None, None, 70210, 480],
    ["其中：1000Mbps及以上用户", "万户", None, None, 24800, 980],
    ["四、移动电话用户合计", "万户", None, None, 183200, 650],
    ["其中：5G移动电话用户", "万户", None, None, 124700, 4300],
    ["五、5G基站", "万个", None, None, "495.8", None],
]
MIIT_FIGURES = {
    "miit.telecom_revenue_ytd": 4512.3, "miit.telecom_revenue_ytd_yoy": 1.4,
    "miit.mobile_traffic_ytd": 985.2, "miit.mobile_traffic_ytd_yoy": 16.8,
    "miit.fixed_broadband_users": 7.021, "miit.fixed_broadband_users_net_add": 480,
    "miit.gigabit_users": 2.48, "miit.gigabit_users_net_add": 980,
    "miit.mobile_users": 18.32, "miit.mobile_5g_users": 12.47, "miit.base_stations_5g": 495.8,
}


def html_table(title, rows, charset):
    cells = "".join("<tr>" + "".join(f"<td>{blank(cell)}</td>" for cell in row) + "</tr>\n"
                    for row in rows)
    return (f"<html><head><meta charset='{charset}'><title>{title}</title>"
            f"<style>td {{color: red}}</style></head><body><table><tr><td>"
            f"<table>{cells}</table></td></tr></table><p>上一页&nbsp;下一页</p></body></html>")


def miit():
    rows = [MIIT_HEAD, *MIIT_ROWS, ["注：5G基站为累计开通数。"]]
    save("miit.page.html", html_table(MIIT_TITLE, rows, "gbk").encode("gb18030"))
    save("miit.named-xls.xls", html_table(MIIT_TITLE.replace("3月份", "1-3月"), rows,
                                          "utf-8").encode("utf-8"))
    # Names and headings that drift, units in 户, a header of two rows.
    drift = {"其中：1000Mbps及以上用户": "    其中:千兆宽带接入用户", "四、移动电话用户合计": "移动电话用户总数",
             "其中：5G移动电话用户": "# 5G移动电话用户数", "五、5G基站": "5G基站数（个）"}
    moved = []
    for name, unit, *values in MIIT_ROWS:
        if unit == "万户":
            unit, values = "户", [None if v is None else v * 10000 for v in values]
        moved.append([drift.get(name, name), unit, *values])
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([MIIT_TITLE + "（一）"])
    sheet.append(["指标名称", "单位", "累计", None, "3月末", None])
    sheet.append([None, None, "到达", "比上年同期累计（±%）", "到达", "比上年末净增"])
    for row in moved:
        sheet.append(row)
    sheet.merge_cells("A1:F1")
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("C2:D2")
    sheet.merge_cells("E2:F2")
    book.save(HERE / "miit.two-rows.xlsx")


INDUSTRIES = [["801770.SI", "通信", 10.74], ["801080.SI", "电子", 9.03],
              ["801950.SI", "煤炭", -3.34]]
STOCKS = [["600941.SH", "中国移动", 1.25], ["000063.SZ", "中兴通讯", 12.5],
          ["300308.SZ", "中际旭创", -2.75]]


def ranking():
    span = "区间涨跌幅\n[起始交易日期] 2026-04-06\n[截止交易日期] 2026-04-10\n[单位] %"
    both = INDUSTRIES + STOCKS
    save("ranking.wind.csv",
         csv_bytes([["证券代码", "证券简称", span], *both, ["数据来源：Wind"]], "gb18030"))
    moved = [[code[-2:] + code[:6] if code[-2:] in ("SH", "SZ") else code, name, f"{change}%"]
             for code, name, change in both]
    save("ranking.week_2026-04-10.csv",
         csv_bytes([["本周涨跌幅排名", "", ""], ["代码", "名称", "涨跌幅(%)"], *moved], "utf-8"))
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["2026-04-06 至 2026-04-10 行业与个股涨跌幅"])
    sheet.append(["序号", "代码", "名称", "涨跌幅"])
    for place, (code, name, change) in enumerate(both, 1):
        sheet.append([place, code, name, change / 100])
        sheet.cell(sheet.max_row, 4).number_format = "0.00%"
    book.save(HERE / "ranking.percent.xlsx")


def by_libreoffice():
    """The same files as another program saves them: types are guessed, styles are its own."""
    for source, target in (("wind-edb.gb18030.csv", "wind-edb.libreoffice.xlsx"),
                           ("wind-quotes.gb18030.csv", "wind-quotes.libreoffice.xlsx"),
                           ("ifind.gb18030.csv", "ifind.libreoffice.xlsx"),
                           ("miit.two-rows.xlsx", "miit.libreoffice.html"),
                           ("ranking.percent.xlsx", "ranking.libreoffice.xlsx")):
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / f"in{pathlib.Path(source).suffix}"
            copy.write_bytes((HERE / source).read_bytes())
            kind = target.rpartition(".")[2]
            options = ["--infilter=CSV:44,34,85"] if source.endswith(".csv") else []  # GB18030
            subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/u",
                            *options, "--convert-to", kind, "--outdir", folder + "/out",
                            str(copy)], check=True, stdout=subprocess.DEVNULL)
            made = pathlib.Path(folder) / "out" / f"in.{kind}"
            (HERE / target).write_bytes(made.read_bytes())


def main():
    for write in (wind_edb, choice, ifind, quotes, wind_wide, miit, ranking, fred, wide, tidy,
                  by_libreoffice):
        write()
    one_series = {"miit.mobile_5g_users": {month: 12.04 + place
                                           for place, month in enumerate(MONTHS)}}
    expected = {
        "wind-edb": {"figures": EDB_FIGURES, "rejected": ["no_series"]},
        "choice": {"figures": EDB_FIGURES, "rejected": ["no_series"]},
        "ifind": {"figures": EDB_FIGURES, "rejected": ["no_series"]},
        "wind-wide": {"figures": CLOSES, "rejected": []},
        "miit": {"figures": {code: {"2026-03-31": value} for code, value in MIIT_FIGURES.items()},
                 # The store has no net additions of mobile users, whatever they are called.
                 "rejected": ["no_series", "no_series"]},
        "ranking": {"figures": {}, "rejected": [],
                    "ranks": {code: change for code, _, change in INDUSTRIES + STOCKS}},
        "wind-quotes": {"figures": CLOSES, "rejected": ["impossible"]},
        "fred": {"figures": one_series, "rejected": []},
        "wide": {"figures": one_series, "rejected": []},
        "tidy": {"figures": one_series, "rejected": []},
    }
    (HERE / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1) + "\n",
                                        encoding="utf-8")


main()
