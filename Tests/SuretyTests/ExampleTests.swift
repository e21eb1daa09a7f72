import Foundation
import Testing

/// What the program says of the example agents: the files in `output/examples`, byte for byte.
///
/// `RECORD=1 ./scripts/test` writes them anew and fails once, so that what changed is read as a diff.
@Suite struct ExampleTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

    @Test func areAssessedAsRecorded() throws {
        try compare(["evidence/examples"], with: "output/examples")
    }

    /// One agent's, with a risk that was accepted: the package of all would be five times the other files.
    @Test func becomeAnOSCALPackageAsRecorded() throws {
        try compare(
            ["evidence/examples/code-assistant", "--format", "oscal-package"], with: "output/examples", in: "oscal")
    }

    /// Every format there is, of one agent and one framework: all of them would be fifty times that.
    @Test func becomeEveryFormatAsRecorded() throws {
        try compare(
            ["evidence/examples/code-assistant", "--format", "all", "--framework", "owasp-asi-2026"],
            with: "output/examples/formats")
    }

    /// The other edition of each format that there are several of, where it says more than its number.
    @Test func becomeTheOtherEditionsAsRecorded() throws {
        try compare(
            [
                "evidence/examples/code-assistant", "--framework", "owasp-asi-2026", "--format", "cyclonedx",
                "--cyclonedx-version", "1.7", "--format", "ocsf", "--ocsf-version", "1.8",
            ], with: "output/examples/formats/editions")
    }

    /// Holds what the program writes to what was recorded, or records it.
    private func compare(_ paths: [String], with folder: String, in subfolder: String = "") throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "surety-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        let arguments = ["assess"] + paths + ["--at", "2026-11-25", "--output", root.path, "--quiet"]
        #expect(try Program.run(arguments, in: Self.root).code == 1)
        let written = root.appending(path: subfolder)
        let recorded = Self.root.appending(path: folder).appending(path: subfolder)
        for name in try FileManager.default.subpathsOfDirectory(atPath: written.path).sorted() {
            // What is a folder cannot be read as a file.
            guard let bytes = try? Data(contentsOf: written.appending(path: name)) else { continue }
            let golden = recorded.appending(path: name)
            if Self.isRecording {
                try FileManager.default.createDirectory(
                    at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
                try bytes.write(to: golden)
                Issue.record("\(name) was recorded: read the diff, then run again without RECORD")
            } else {
                let isSame = (try? Data(contentsOf: golden)) == bytes
                #expect(isSame, "\(name): \(Self.difference(bytes, golden))")
            }
        }
    }

    /// The first line that differs, as it was recorded and as it is.
    private static func difference(_ bytes: Data, _ golden: URL) -> String {
        let old = String(decoding: (try? Data(contentsOf: golden)) ?? Data(), as: UTF8.self).split(separator: "\n")
        let new = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let line =
            zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
        let was = line < old.count ? old[line].prefix(200) : "(nothing)"
        let now = line < new.count ? new[line].prefix(200) : "(nothing)"
        return "line \(line + 1) was \(was), is \(now)"
    }
}
