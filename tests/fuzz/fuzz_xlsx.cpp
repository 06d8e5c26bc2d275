#include "fuzz.h"
#include "ingest/xlsx.h"
#include "publish/zip_archive.h"

using namespace weekboard;

/// The input is a sheet's XML or, where it begins with a digit, another part's.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string sheet = "<worksheet/>";
    std::string strings = "<sst><si><t>a</t></si></sst>";
    std::string workbook = "<workbook><sheets><sheet name=\"S\" id=\"a\"/></sheets></workbook>";
    const std::string input{reinterpret_cast<const char*>(data), size};
    if (input.starts_with('1')) {
        strings = input.substr(1);
    } else if (input.starts_with('2')) {
        workbook = input.substr(1);
    } else {
        sheet = input;
    }
    const std::string bytes =
        write_zip({{"xl/workbook.xml", workbook},
                   {"xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"a\" Target=\"s.xml\"/></Relationships>"},
                   {"xl/sharedStrings.xml", strings},
                   {"xl/s.xml", sheet}},
                  ZipMethod::stored);
    std::size_t cells = 0;
    try {
        Xlsx book{ImportSource::of_bytes(bytes)};
        for (const XlsxSheet& one : book.sheets()) {
            book.stream(one, [&](FileRow& row) {
                cells += row.cells.size();
                return cells < 100000;
            });
        }
    } catch (const ImportError&) {
        return 0;
    }
    return 0;
}

std::vector<std::string> fuzz_seeds()
{
    return {"<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\">"
            "<f>1+1</f><v>2</v></c></row><row r=\"2\"><c t=\"inlineStr\"><is><t>x</t></is></c>"
            "</row></sheetData></worksheet>",
            "1<sst><si><r><t>a</t></r><rPh><t>b</t></rPh></si><si><t>c</t></si></sst>",
            "2<workbook><workbookPr date1904=\"1\"/><sheets><sheet name=\"S\" id=\"a\" "
            "state=\"hidden\"/></sheets></workbook>"};
}
