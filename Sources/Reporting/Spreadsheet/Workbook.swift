internal import Archive

/// Sheets as an Office Open XML workbook (ISO/IEC 29500-1 §18): inline texts, numbers and days, no formulas, no macros,
/// no links to elsewhere.
///
/// The same sheets give the same bytes: the archive is stored, of one fixed date, and names no author.
struct Workbook {
    let sheets: [Sheet]

    /// The file.
    var bytes: [UInt8] {
        let parts =
            [("[Content_Types].xml", contentTypes), ("_rels/.rels", Self.relationships), ("xl/workbook.xml", workbook)]
            + [("xl/_rels/workbook.xml.rels", parts), ("xl/styles.xml", Self.styles)]
        let pages = sheets.enumerated().map { ("xl/worksheets/sheet\($0.offset + 1).xml", $0.element.bytes) }
        return ZipArchive(
            entries: parts.map { (name: $0.0, bytes: Array($0.1.utf8)) } + pages.map { (name: $0.0, bytes: $0.1) }
        )
        .bytes
    }

    /// Writes the file; an archive knows its own sizes only when it is whole, so it is handed on in pieces afterwards.
    func write(to sink: ByteSink) {
        let bytes = bytes
        bytes.withUnsafeBufferPointer { all in
            for start in stride(from: 0, to: all.count, by: ByteSink.chunkSize) {
                sink.append(UnsafeBufferPointer(rebasing: all[start..<min(start + ByteSink.chunkSize, all.count)]))
            }
        }
    }

    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    private var contentTypes: String {
        let pages = sheets.indices.map {
            "<Override PartName=\"/xl/worksheets/sheet\($0 + 1).xml\" ContentType=\"\(Self.type).worksheet+xml\"/>"
        }
        return Self.head + "<Types xmlns=\"\(Self.package)/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(Self.type).sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(Self.type).styles+xml\"/>"
            + pages.joined() + "</Types>"
    }

    private static let relationships =
        head + "<Relationships xmlns=\"\(package)/relationships\">"
        + "<Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"

    private var workbook: String {
        let pages = sheets.enumerated().map { position, sheet in
            "<sheet name=\"\(SheetText.attribute(sheet.name))\" sheetId=\"\(position + 1)\" r:id=\"rId\(position + 1)\"/>"
        }
        return Self.head + "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\"><sheets>" + pages.joined()
            + "</sheets></workbook>"
    }

    private var parts: String {
        let pages = sheets.indices.map {
            "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(Self.office)/worksheet\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
        }
        return Self.head + "<Relationships xmlns=\"\(Self.package)/relationships\">" + pages.joined()
            + "<Relationship Id=\"rId\(sheets.count + 1)\" Type=\"\(Self.office)/styles\" Target=\"styles.xml\"/>"
            + "</Relationships>"
    }

    /// Formats of cells: 0 plain, 1 heading, 2 a day (number format 14, the reader's own short date).
    private static let styles =
        head + "<styleSheet xmlns=\"\(main)\">"
        + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
        + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
        + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
        + "<xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>"
        + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
}
