import Compliance
import Reporting
import Testing

@testable import Cataloging

/// A catalog of the size of SP 800-53: 20 families, 1,200 controls with a parameter and items each, in XML.
@Suite struct LargeCatalogTests {
    static let text: String = {
        var text = """
            <catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="11111111-1111-4111-8111-111111111111">
            <metadata><title>Large</title><last-modified>2026-01-01T00:00:00Z</last-modified><version>1</version>
            <oscal-version>1.2.3</oscal-version></metadata>\n
            """
        for family in 0..<20 {
            text += "<group id=\"f\(family)\" class=\"family\"><title>Family \(family)</title>\n"
            for control in 0..<60 {
                let id = "f\(family)-\(control)"
                text += """
                    <control id="\(id)" class="SP800-53"><title>Control \(id)</title>
                    <param id="\(id)_p"><label>frequency of \(id)</label></param>
                    <part id="\(id)_smt" name="statement"><p>The organization, with care and on record:</p>\n
                    """
                for item in 0..<6 {
                    text += """
                        <part id="\(id)_smt.\(item)" name="item"><prop name="label" value="\(item)."/>
                        <p>Reviews <em>all</em> of it <insert type="param" id-ref="\(id)_p"/>, &amp; says so; this is the
                        text of a requirement as long as they usually are, or somewhat longer than most.</p></part>\n
                        """
                }
                text += "</part></control>\n"
            }
            text += "</group>\n"
        }
        return text + "</catalog>"
    }()

    @Test func isReadWhole() throws {
        #expect(Self.text.utf8.count > 2_000_000)
        let framework = try ForeignFiles.read(Self.text).framework
        #expect(framework.controls.count == 1220)
        #expect(framework.controls.last?.statement.split(separator: "\n").count == 7)
        #expect(
            framework.controls.last?.statement.hasSuffix(
                "5. Reviews all of it [Assignment: frequency of f19-59], & says so; this is the text of a requirement as "
                    + "long as they usually are, or somewhat longer than most.") == true)
        let again = try ForeignFiles.read(ForeignFiles.export(framework, .xml), id: nil).framework
        #expect(again == framework)
        #expect(try CatalogLoader.framework(ForeignFiles.yaml(framework), id: framework.id) == framework)
        #expect(try OSCALValidator.validate(Array(Self.text.utf8), path: "f").problems.isEmpty)
    }

    @Test func aWideTableIsOrdered() throws {
        let rows = (0..<4_000).reversed().map { "i\($0),T\($0),\($0 == 0 ? "" : "i\($0 / 2)")" }
        let framework = try ForeignFiles.read("id,title,parent\n" + rows.joined(separator: "\n"), name: "t.csv")
            .framework
        #expect(framework.controls.count == 4_000 && framework.controls[0].id.item == "i0")
        let deep = (1..<5_000).reversed().map { "i\($0),T\($0),\($0 == 1 ? "" : "i\($0 - 1)")" }
        #expect(throws: CatalogProblems.self) {
            try ForeignFiles.read("id,title,parent\n" + deep.joined(separator: "\n"), name: "t.csv")
        }
    }
}
