import Compliance
import Hashing
import Testing
import XML

@testable import Reporting

@Suite("report.html")
struct HTMLTests {
    private static let hostile = [
        Hostile.escape, Hostile.html, Hostile.markdown, Hostile.links, Hostile.lines, Hostile.direction, Hostile.xml,
        Hostile.backslashes, Hostile.everything, "\"", "'", "`", "&", "</script>", "</style>", " ",
        "\" onmouseover=\"alert(1)", "javascript:alert(1)", "]]>", "--!>",
    ]

    private func write(_ assessment: Assessment) -> String {
        String(decoding: HTMLWriter().bytes(of: assessment), as: UTF8.self)
    }

    /// The page as a tree: it is well-formed XML but for the DOCTYPE, which readers of XML refuse.
    private func tree(_ assessment: Assessment) throws -> XMLTree {
        let text = write(assessment)
        #expect(text.hasPrefix("<!DOCTYPE html>\n"))
        let bytes = Array(text.utf8.dropFirst(16))
        #expect(throws: Never.self) { try XMLReader.read(bytes) }
        return try XMLTree.read(bytes)
    }

    private func ids(_ page: XMLTree) -> [String] { page.all.compactMap { $0.attributes["id"] } }

    @Test func coverageComesBeforeAnyScore() throws {
        let page = try tree(Sample().assessment)
        #expect(
            page.all("section").compactMap { $0.attributes["id"] } == [
                "result", "scope", "counts", "causes", "defaults", "autonomy", "inforce", "statements", "waivers",
                "map",
                "missing", "items", "provenance", "licences", "legend",
            ])
        let text = write(Sample().assessment)
        let coverage = try #require(text.firstRange(of: "could not be read"))
        let score = try #require(text.firstRange(of: "× 2 agents"))
        #expect(coverage.lowerBound < score.lowerBound)
        #expect(text.contains("managed settings were not given") && text.contains("it ends early at 3:1"))
    }

    @Test func thePolicyNamesTheDigestsOfWhatIsInIt() throws {
        let text = write(Sample(dress: { $0 + Hostile.everything }).assessment)
        for (name, source) in [("style", "style-src"), ("script", "script-src")] {
            let parts = text.split(separator: "<\(name)>")
            #expect(parts.count == 2)
            let content = String(parts[1][..<(try #require(parts[1].firstRange(of: "</\(name)>")).lowerBound)])
            #expect(text.contains("\(source) &#x27;sha256-\(SHA256.base64(content))&#x27;"))
            #expect(!content.contains("<") && !content.contains("&"))
        }
        #expect(text.contains("default-src &#x27;none&#x27;"))
        #expect(text.contains("base-uri &#x27;none&#x27;; form-action &#x27;none&#x27;"))
    }

    @Test func digestsAreWrittenInBase64() {
        // FIPS 180-4, the digest of "abc".
        #expect(SHA256.base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
    }

    @Test(arguments: hostile) func hostileTextsChangeNoStructure(hostile: String) throws {
        let plain = try tree(Sample().assessment)
        let page = try tree(Sample(dress: { hostile + $0 + hostile }).assessment)
        let shape = { (page: XMLTree) in
            page.all.filter { !["b", "a", "code", "p", "br", "li", "ul", "dd", "mark"].contains($0.name) }.map(\.name)
        }
        #expect(page.all("script").count == 1 && page.all("style").count == 1)
        #expect(Set(shape(page)) == Set(shape(plain)))
        #expect(page.all("section").count == plain.all("section").count)
        #expect(page.all("tr").count == plain.all("tr").count)
        let names = Set(page.all.flatMap { $0.attributes.keys })
        #expect(names.allSatisfy { !$0.hasPrefix("on") && $0 != "style" && $0 != "src" })
        for link in page.all("a") {
            let href = try #require(link.attributes["href"])
            #expect(href.hasPrefix("#") || href.hasPrefix("https://"))
        }
        #expect(page.all("form").allSatisfy { $0.attributes["action"] == nil })
    }

    @Test(arguments: [{ $0 }, { $0 + Hostile.everything }] as [@Sendable (String) -> String])
    func everyLinkHasItsPlace(dress: @escaping @Sendable (String) -> String) throws {
        let page = try tree(Sample(dress: dress).assessment)
        let ids = ids(page)
        #expect(Set(ids).count == ids.count)
        for link in page.all.compactMap({ $0.attributes["href"] }) where link.hasPrefix("#") {
            #expect(ids.contains(String(link.dropFirst())), "\(link)")
        }
        for name in page.all.compactMap({ $0.attributes["aria-labelledby"] }) { #expect(ids.contains(name)) }
    }

    @Test func everyGapAndEveryItemIsThereWithoutAScript() throws {
        let assessment = Sample().assessment
        let page = try tree(assessment)
        let ids = Set(ids(page))
        for gap in assessment.register { #expect(ids.contains(gap.id.rawValue)) }
        for gap in page.all("details").filter({ $0.attributes["class"] == "gap" }) {
            #expect(gap.attributes["open"] == "open")
        }
        for framework in assessment.catalog.frameworks {
            for control in framework.controls { #expect(ids.contains("item-\(framework.id)-\(control.id.item)")) }
        }
        let hidden = page.all.filter { $0.attributes["hidden"] != nil }
        #expect(hidden.map { $0.attributes["id"] } == ["filters"])
    }

    @Test func theMapSaysEachVerdictInALetter() throws {
        let page = try tree(Sample().assessment)
        let maps = page.all("div").filter { $0.attributes["class"] == "wide heat" }
        #expect(maps.count == 2)
        let rows = maps[1].all("tbody")[0].all("tr").map { row in row.all("td").map(\.text) }
        #expect(rows == [["F", "?", "F", "F"], ["–", "?", "P", "S"]])
        #expect(maps[1].all("td").filter { $0.text == "F" }.first?.attributes["title"] == "exposed")
    }

    @Test func theCitedPlaceIsMarkedInItsLine() throws {
        let page = try tree(Sample().assessment)
        #expect(page.all("mark").map(\.text) == ["\"Bash(*)\"", "\"http://10.0.0.7/mcp\""])
    }

    @Test func tablesHaveCaptionsAndHeads() throws {
        let page = try tree(Sample().assessment)
        for table in page.all("table") {
            #expect(table.all("caption").count == 1 && !table.all("caption")[0].text.isEmpty)
            for row in table.all("tbody")[0].all("tr") {
                #expect(row.children.first?.attributes["scope"] == "row")
            }
        }
        #expect(page.all("main").count == 1 && page.all("nav").count == 1 && page.all("h1").count == 1)
        #expect(page.attributes["lang"] == "en")
    }

    @Test func theDrawingSaysItsAnswersInWords() throws {
        let page = try tree(Sample().assessment)
        let drawings = page.all("svg").filter { $0.attributes["role"] == "img" }
        #expect(drawings.count == 2)
        let label = try #require(drawings[0].attributes["aria-label"])
        #expect(label.contains("It chooses its timing: no"))
        #expect(label.contains("Every action is logged: not known"))
    }

    @Test func theWordsAreThoseOfTheDocument() throws {
        let page = write(Sample().assessment)
        for words in ["mitigation partly shown", "not assessed", "inferred", "self-reported", "lapsed"] {
            #expect(page.contains(words))
        }
        #expect(page.contains("<pre") && page.contains("sha256:" + Sample.digest))
    }

    @Test func anEmptyFolderShowsNothing() throws {
        _ = try tree(Sample.empty)
        let text = write(Sample.empty)
        #expect(text.contains("No agent was found."))
        #expect(text.contains("no item of AI RMF 1.0 (3 outcomes)"))
        #expect(!text.contains("<table"))
    }

    @Test func aFleetSaysWhichAgentsItShows() throws {
        let text = write(FleetTests.fleet)
        #expect(text.contains("the 25 agents with the heaviest gaps. The other \(FleetTests.agents - 25) are in"))
        #expect(text.split(separator: "<details class=\"gap\"").count - 1 == 25)
        // Every agent has a row in the small map of each framework.
        for agent in FleetTests.fleet.agents {
            #expect(
                text.contains("<code>\(agent.id)</code></th><td class=\"r-")
                    || text.contains("<code>\(agent.id)</code></a></th><td class=\"r-"))
        }
        #expect(text.contains("<td class=\"r-failed\">F 1</td>"))
    }
}
