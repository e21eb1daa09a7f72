import Archive
import Documents
import Foundation
import Testing
import XML

/// Every format of a hostile project, whatever formats there are: nothing breaks out, hides, runs, or gives away.
@Suite struct HostileProjectTests {
    /// All files that the program writes, by path, and what it prints.
    private static let written = Result { () -> [String: [UInt8]] in
        let hostile = try HostileProject()
        let output = hostile.folder.path + "/out"
        let arguments = [
            "assess", hostile.project, "--format", "all", "--output", output, "--at", "2026-11-24", "--fail-on",
            "never",
            "--waivers", hostile.waivers, "--findings", hostile.findings, "--framework", "nist-ai-rmf-1.0",
            "--framework",
            "owasp-asi-2026", "--verbose",
        ]
        let result = try Program.run(arguments)
        var files = ["terminal.txt": Array(result.output.replacing(output, with: "out").utf8)]
        for path in try FileManager.default.subpathsOfDirectory(atPath: output) where !isFolder(output + "/" + path) {
            files[path] = Array(try Data(contentsOf: URL(filePath: output + "/" + path)))
        }
        files["exit code"] = Array(String(result.code).utf8)
        files["where it lay"] = Array(hostile.folder.path.utf8)
        return files
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// Files and, of archives, the files in them, as texts.
    private func texts() throws -> [(name: String, text: String)] {
        let files = try Self.written.get()
        return try files.filter { $0.key != "where it lay" }.flatMap { name, bytes -> [(String, String)] in
            guard bytes.starts(with: [0x50, 0x4B, 3, 4]) else {
                return [(name, String(decoding: bytes, as: UTF8.self))]
            }
            return try ZipArchive(reading: bytes).entries.map {
                (name + "/" + $0.name, String(decoding: $0.bytes, as: UTF8.self))
            }
        }.sorted { $0.0 < $1.0 }
    }

    @Test func everyFormatIsThere() throws {
        let names = try Set(Self.written.get().keys)
        #expect(names.isSuperset(of: ["gaps.csv", "report.html", "gap-analysis.md", "assessment-results.xml"]))
        #expect(names.count > 15)
        let text = try texts().first { $0.name == "assessment.json" }?.text ?? ""
        #expect(text.contains("alert(1)") && text.contains("mcp/transport-encrypted"), "the hostile texts were read")
    }

    @Test func noSecretAndNoPlaceOfTheMachineIsGivenAway() throws {
        let place = String(decoding: try Self.written.get()["where it lay"] ?? [], as: UTF8.self)
        #expect(place.contains("surety-hostile-"))
        for (name, text) in try texts() {
            for word in [HostileProject.secret, HostileProject.password, place, NSHomeDirectory() + "/"] {
                #expect(!text.contains(word), "\(name) has \(word)")
            }
        }
    }

    @Test func nothingControlsATerminalOrTurnsAText() throws {
        for (name, text) in try texts() {
            let bad = text.unicodeScalars.filter(Self.isDeceptive)
            #expect(bad.isEmpty, "\(name) has \(bad.prefix(3).map { String($0.value, radix: 16) })")
        }
    }

    @Test func markupStaysText() throws {
        for (name, text) in try texts() where [".html", ".xml"].contains(where: name.hasSuffix) {
            for word in ["<script>alert", "<img src=x", "href=\"javascript:"] {
                #expect(!text.contains(word), "\(name) has \(word)")
            }
        }
    }

    @Test func markdownStaysText() throws {
        for (name, text) in try texts() where name.hasSuffix(".md") {
            // Between backquotes nothing is markup, nor behind a backslash.
            let outside = text.replacing(/`[^`\n]*`/, with: "").replacing(/\\./, with: "")
            // What explains a pack to people quotes nothing of an input.
            #expect(outside.count > 1_000 && (name != "gap-analysis.md" || text.contains("alert(1)")), "\(name)")
            for word in ["<script", "<img", "](javascript:", "![i]", "[a](", "\n# heading"] {
                #expect(!outside.contains(word), "\(name) has \(word)")
            }
        }
    }

    /// In JSON the texts of `assessment.json` and `evidence.json`, which are for programs, and the places of files stay exact,
    /// as escapes.
    @Test func JSONIsJSONAndHoldsNothingHidden() throws {
        let endings = [".json", ".sarif", ".jsonl"]
        for (name, text) in try texts() where endings.contains(where: name.hasSuffix) {
            let lines = name.hasSuffix(".jsonl") ? text.split(separator: "\n").map(String.init) : [text]
            for line in lines {
                let document = try Document(
                    Array(line.utf8), as: .json, limits: Limits(bytes: 64 << 20, depth: 64, nodes: 4_000_000))
                #expect(document.warnings.isEmpty, "\(name)")
                guard !["assessment.json", "evidence.json"].contains(name) else { continue }
                let hidden = Self.strings(document.root, under: "").filter { key, value in
                    !["path", "pointer", "fullyQualifiedName"].contains(key)
                        && value.unicodeScalars.contains(where: Self.isDeceptive)
                }
                #expect(
                    hidden.isEmpty, "\(name): \(hidden.first?.key ?? "") \(hidden.first?.value.debugDescription ?? "")")
            }
        }
    }

    @Test func XMLIsWellFormed() throws {
        for (name, text) in try texts() where name.hasSuffix(".xml") || name.hasSuffix(".rels") {
            #expect(throws: Never.self, "\(name)") { try CanonicalXML.exclusive(Array(text.utf8)) }
            // No cell of a spreadsheet is a formula.
            #expect(!text.contains("<f>") && !text.contains("<f "), "\(name)")
        }
    }

    @Test func noCellIsAFormula() throws {
        for (name, text) in try texts() where name.hasSuffix(".csv") {
            let cells = Self.cells(text)
            #expect(cells.count > (name == "gaps.csv" ? 100 : 1), "\(name)")
            for cell in cells where cell.count > 1 {
                #expect(!"=+-@\t\r".contains(cell.first ?? " "), "\(name): \(cell.prefix(60))")
            }
        }
    }

    /// Cells as RFC 4180 has them.
    private static func cells(_ text: String) -> [String] {
        var cells: [String] = []
        var cell = ""
        var isQuoted = false
        for character in text {
            switch character {
            case "\"": isQuoted.toggle()
            case ",", "\n", "\r\n":
                if isQuoted { cell.append(character) } else { (cells, cell) = (cells + [cell], "") }
            default: cell.append(character)
            }
        }
        return cells + [cell]
    }

    /// All texts of a tree with their keys, and the keys themselves.
    private static func strings(_ node: Node, under key: String) -> [(key: String, value: String)] {
        node.members.flatMap { [("", $0.key)] + strings($0.value, under: $0.key) }
            + node.elements.flatMap { strings($0, under: key) } + (node.string.map { [(key, $0)] } ?? [])
    }

    /// Controls but line ends and tabs, and what reorders or hides.
    private static func isDeceptive(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFFFE, 0xFFFF,
            0xE0000...0xE007F:
            true
        default: false
        }
    }
}
