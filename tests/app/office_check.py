"""Reads what the program wrote with other people's readers and compares it with its JSON.

usage: office_check.py FILE.pptx|FILE.xlsx EXHIBITS.json

Every part must be well formed, every relation lead somewhere, every part have a type; every chart
must hold the figures of its exhibit, in its cache and in the workbook behind it."""

import datetime
import io
import json
import posixpath
import sys
import zipfile
from xml.etree import ElementTree

import openpyxl

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

# The order in which the schema wants the children of some elements (ECMA-376, part 1: 21.2 of
# charts, 19.3 of slides, 21.1 of the words and tables on them). What stands in one place in any
# order is joined by bars.
CHART_ORDER = {
    "chartSpace": "date1904 lang roundedCorners chart spPr txPr externalData",
    "chart": "title autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs",
    "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap axId",
    "lineChart": "grouping varyColors ser dLbls marker axId",
    "catAx": "axId scaling delete axPos majorGridlines numFmt majorTickMark minorTickMark tickLblPos "
             "spPr txPr crossAx crosses auto lblAlgn lblOffset tickLblSkip noMultiLvlLbl",
    "dateAx": "axId scaling delete axPos majorGridlines numFmt majorTickMark minorTickMark tickLblPos "
              "spPr txPr crossAx crosses auto lblOffset baseTimeUnit majorUnit majorTimeUnit",
    "valAx": "axId scaling delete axPos majorGridlines numFmt majorTickMark minorTickMark tickLblPos "
             "spPr txPr crossAx crosses crossBetween majorUnit",
    "ser": "idx order tx spPr invertIfNegative marker dPt dLbls cat val smooth",
    "dLbl": "idx tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName "
            "showPercent showBubbleSize",
    "scaling": "orientation max min",
}
FILL = "noFill|solidFill|gradFill|blipFill|pattFill|grpFill"
SLIDE_ORDER = {
    P + "sld": "cSld clrMapOvr transition timing extLst",
    P + "cSld": "bg spTree custDataLst controls extLst",
    P + "spTree": "nvGrpSpPr grpSpPr sp|grpSp|graphicFrame|cxnSp|pic|contentPart extLst",
    P + "sp": "nvSpPr spPr style txBody extLst",
    P + "nvSpPr": "cNvPr cNvSpPr nvPr",
    P + "nvPr": "ph custDataLst extLst",
    P + "spPr": "xfrm custGeom|prstGeom " + FILL + " ln effectLst extLst",
    P + "txBody": "bodyPr lstStyle p",
    P + "graphicFrame": "nvGraphicFramePr xfrm graphic extLst",
    P + "nvGraphicFramePr": "cNvPr cNvGraphicFramePr nvPr",
    P + "xfrm": "off ext",
    A + "xfrm": "off ext chOff chExt",
    A + "tbl": "tblPr tblGrid tr",
    A + "tr": "tc extLst",
    A + "tc": "txBody tcPr extLst",
    A + "tcPr": "lnL lnR lnT lnB lnTlToBr lnBlToTr cell3D " + FILL + " headers extLst",
    A + "txBody": "bodyPr lstStyle p",
    A + "p": "pPr r|br|fld endParaRPr",
    A + "pPr": "lnSpc spcBef spcAft buClr buSzPct buFont buNone|buChar tabLst defRPr extLst",
    A + "r": "rPr t",
    A + "fld": "rPr pPr t",
    A + "rPr": "ln " + FILL + " effectLst highlight latin ea cs sym hlinkClick extLst",
    A + "ln": FILL + " prstDash round|bevel|miter headEnd tailEnd",
}

faults = []


def fault(*words):
    faults.append(" ".join(str(word) for word in words))


def check_order(part, root):
    orders = {C + name: order for name, order in CHART_ORDER.items()}
    if part.startswith("ppt/slides/"):
        orders |= SLIDE_ORDER
    for element in root.iter():
        if element.tag not in orders:
            continue
        order = [place.split("|") for place in orders[element.tag].split()]
        children = [child.tag.split("}")[-1] for child in element]
        places = [n for child in children for n, place in enumerate(order) if child in place]
        if places != sorted(places) or len(places) != len(children):
            fault(part, element.tag, "has children out of order:", *children)


def check_package(archive):
    names = set(archive.namelist())
    if len(names) != len(archive.namelist()):
        fault("a part is there twice")
    types = ElementTree.fromstring(archive.read("[Content_Types].xml"))
    defaults = {e.get("Extension") for e in types.iter(TYPES + "Default")}
    overrides = [e.get("PartName").lstrip("/") for e in types.iter(TYPES + "Override")]
    if len(overrides) != len(set(overrides)):
        fault("a part has two types")
    for name in overrides:
        if name not in names:
            fault("a type for a part that is not there:", name)
    for name in names - {"[Content_Types].xml"}:
        if name not in overrides and name.rsplit(".", 1)[-1] not in defaults:
            fault("no type for", name)
        if name.endswith((".xml", ".rels")):
            root = ElementTree.fromstring(archive.read(name))
            check_order(name, root)
            ids = [e.get("id") for e in root.iter(P + "cNvPr")]
            if len(ids) != len(set(ids)):
                fault(name, "an id is there twice")
        if name.endswith(".rels"):
            owner = posixpath.dirname(posixpath.dirname(name))
            relations = list(ElementTree.fromstring(archive.read(name)))
            if len({r.get("Id") for r in relations}) != len(relations):
                fault(name, "an id is there twice")
            for relation in relations:
                target = posixpath.normpath(posixpath.join("/" + owner, relation.get("Target")))
                if relation.get("TargetMode") != "External" and target.lstrip("/") not in names:
                    fault(name, "leads nowhere:", target)


def cached(reference):
    cache = reference.find(C + "numCache")
    points = {int(p.get("idx")): float(p.find(C + "v").text) for p in cache.iter(C + "pt")}
    return [points.get(i) for i in range(int(cache.find(C + "ptCount").get("val")))]


def categories(series):
    reference = series.find(C + "cat")[0]
    kind = reference.tag.removeprefix(C)
    cache = reference.find(C + ("numCache" if kind == "numRef" else "strCache"))
    texts = [p.find(C + "v").text for p in cache.iter(C + "pt")]
    if kind == "strRef":
        return texts
    day = datetime.date(1899, 12, 30)
    return [(day + datetime.timedelta(days=int(text))).isoformat() for text in texts]


def sheet_values(book, formula):
    sheet, cells = formula.rsplit("!", 1)
    found = book[sheet.strip("'").replace("''", "'")][cells.replace("$", "")]
    rows = found if isinstance(found, tuple) else ((found,),)
    return [row[0].value for row in rows]


def check_chart(name, root, book, exhibits):
    series = list(root.iter(C + "ser"))
    by_names = {}
    for exhibit in exhibits:
        names = tuple(p["name"] for p in exhibit["plots"] if p["kind"] != "label")
        by_names.setdefault(names, []).append(exhibit)
    ordered = sorted(series, key=lambda s: int(s.find(C + "idx").get("val")))
    titles = [s.find(C + "tx").find(".//" + C + "v").text for s in ordered]
    fitting = [e for names, some in by_names.items() for e in some
               if len(names) == len(titles) and all(t.startswith(n) for t, n in zip(titles, names))]
    for exhibit in fitting:
        plots = [p for p in exhibit["plots"] if p["kind"] != "label"]
        if [cached(s.find(C + "val")[0]) for s in ordered] == [p["values"] for p in plots]:
            break
    else:
        fault(name, "holds no exhibit's figures:", titles)
        return None
    for one, plot in zip(ordered, plots):
        from_book = sheet_values(book, one.find(C + "val")[0].find(C + "f").text)
        if from_book != plot["values"]:
            fault(name, exhibit["id"], plot["name"], "differs in the workbook")
        labels = categories(one)
        is_line = one in [s for chart in root.iter(C + "lineChart") for s in chart]
        if (plot["kind"] == "line") != is_line:
            fault(name, exhibit["id"], plot["name"], "is drawn as another kind")
        if len(labels) != len(exhibit["x"]):
            fault(name, exhibit["id"], "has other places")
        elif labels[0][:4].isdigit() and "Q" not in labels[0] and labels != exhibit["x"]:
            fault(name, exhibit["id"], "has other places")
    sides = {p["axis"] for p in plots}
    if len(list(root.iter(C + "valAx"))) != len(sides):
        fault(name, exhibit["id"], "has another number of axes")
    return exhibit["id"]


def main():
    path, exhibits_path = sys.argv[1:3]
    with open(exhibits_path, encoding="utf-8") as file:
        exhibits = json.load(file)["exhibits"]
    archive = zipfile.ZipFile(path)
    check_package(archive)
    is_book = path.endswith(".xlsx")
    book = openpyxl.load_workbook(path) if is_book else None
    found = []
    for name in sorted(archive.namelist()):
        folder, file = posixpath.split(name)
        if not (folder.endswith("/charts") and file.startswith("chart") and file.endswith(".xml")):
            continue
        root = ElementTree.fromstring(archive.read(name))
        behind = book
        if not is_book:
            relations = archive.read(f"{folder}/_rels/{file}.rels")
            target = ElementTree.fromstring(relations)[0].get("Target")
            behind = openpyxl.load_workbook(
                io.BytesIO(archive.read(posixpath.normpath(posixpath.join(folder, target)))))
        found.append(check_chart(name, root, behind, exhibits))
    charts = [e["id"] for e in exhibits if e["kind"] != "heat-table" and e["x"]]
    if sorted(filter(None, found)) != sorted(charts):
        fault("not every exhibit has its chart:", set(charts) ^ set(filter(None, found)))
    print("\n".join(faults) or f"{len(found)} charts in order")
    return 1 if faults else 0


sys.exit(main())
