import Compliance
import Testing

@testable import Reporting

/// What XML and JSON say of one document is the same.
@Suite("OSCAL in XML and JSON")
struct OSCALFormTests {
    /// A text, a flag or an object's member, with the path that leads to it.
    private static func leaves(_ tree: JSONTree, _ path: String, _ found: inout [String]) {
        if let object = tree.value as? [String: Any] {
            for key in object.keys { leaves(tree[key], path + "/" + key, &found) }
        } else if tree.value is [Any] {
            for element in tree.list { leaves(element, path, &found) }
        } else if let text = tree.text {
            found.append("\(path)=\(text)")
        } else {
            found.append("\(path)=\(tree.flag == true)")
        }
    }

    /// The same of XML, by the rules of Metaschema.
    private static func leaves(_ element: XMLTree, _ key: String, _ path: String, _ found: inout [String]) {
        let path = path + "/" + key
        for (flag, value) in element.attributes where flag != "xmlns" { found.append("\(path)/\(flag)=\(value)") }
        let prose = element.children.filter { $0.name == "p" }.map { OSCALText.markdown($0.text) }
        if !prose.isEmpty {
            found.append(path + (element.name == "part" ? "/prose" : "") + "=" + prose.joined(separator: "\n\n"))
        } else if element.children.isEmpty, !element.text.isEmpty {
            let isMarkup = ["title", "purpose"].contains(element.name)
            let text = isMarkup ? OSCALText.markdown(element.text) : element.text
            found.append(path + (element.attributes.isEmpty ? "" : "/" + OSCALKeys.text(of: element.name)) + "=" + text)
        }
        for child in element.children where child.name != "p" {
            leaves(child, OSCALKeys.key(child.name, in: element.name).name, path, &found)
        }
    }

    @Test(arguments: OSCALTests.cases.keys.sorted()) func sayTheSame(name: String) throws {
        let files = OSCALPackageTests.package(try #require(OSCALTests.cases[name]))
        for (file, bytes) in files where file.hasSuffix(".xml") {
            let stem = file.dropLast(4)
            let tree = try XMLTree.read(bytes)
            var inXML: [String] = []
            Self.leaves(tree, tree.name, "", &inXML)
            var inJSON: [String] = []
            try Self.leaves(JSONTree.read(#require(files["\(stem).json"])), "", &inJSON)
            let linked = inXML.map { $0.hasSuffix(".xml") ? $0.dropLast(4) + ".json" : $0 }
            #expect(linked.count > 10)
            let differing = Set(linked).symmetricDifference(inJSON)
            #expect(linked.sorted() == inJSON.sorted(), "\(file): \(differing.sorted().prefix(4))")
        }
    }

    @Test func listsAreListsAndSingleThingsAreNot() throws {
        let tree = try JSONTree.read(OSCALJSONWriter().bytes(of: Sample().assessment))["assessment-results"]
        #expect(tree["uuid"].text?.count == 36)
        let result = tree["results"][0]
        #expect(result["local-definitions"]["components"][0]["title"].text == "claude-code@services/api")
        #expect(result["observations"][0]["methods"].texts == ["TEST"])
        #expect(result["observations"][0]["origins"][0]["actors"][0]["type"].text == "tool")
        #expect(result["risks"][0]["remediations"][0]["lifecycle"].text == "recommendation")
        #expect(result["risks"][0]["characterizations"][0]["origin"]["actors"].list.count == 1)
        #expect(result["findings"][0]["target"]["status"]["state"].text == "not-satisfied")
        #expect(result["findings"][0]["related-risks"][0]["risk-uuid"].text?.count == 36)
        #expect(result["attestations"][0]["parts"][0]["prose"].text?.hasPrefix("Agent claude") == true)
        let hash = tree["back-matter"]["resources"].list.flatMap { $0["rlinks"].list }.flatMap { $0["hashes"].list }
        #expect(hash.first?["value"].text == Sample.digest)
    }

    @Test func mergingAsItIsIsATruthValue() throws {
        let files = OSCALPackageTests.package(Sample().assessment)
        let profile = try JSONTree.read(#require(files["profile.json"]))["profile"]
        #expect(profile["merge"]["as-is"].flag == true)
        #expect(profile["imports"][0]["include-controls"][0]["with-ids"].list.count == 3)
    }

    @Test func emptyAssessmentsIncludeAllAsAnObject() throws {
        let tree = try JSONTree.read(OSCALJSONWriter().bytes(of: Sample.empty))["assessment-results"]
        let selection = tree["results"][0]["reviewed-controls"]["control-selections"][0]
        #expect(selection["include-all"].value as? [String: String] == [:])
    }
}
