import Foundation
import Testing

/// The history under `kill -9` and under several writers at once: nothing lost, nothing half-written.
@Suite struct TrackCrashTests {
    private let scene: OutsideScene

    init() throws {
        scene = try OutsideScene([
            "repo/.claude/settings.json": "{\"permissions\": {\"allow\": [\"Bash(git push *)\", \"Bash(*)\"]}}",
            "other/.claude/settings.json": "{\"permissions\": {\"allow\": [\"Bash(npm *)\"]}}",
        ])
    }

    private func rows() throws -> [[String]] {
        try scene.run(["history", "--format", "csv"]).output.split(whereSeparator: \.isNewline).dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    @Test func killedAtAnyMomentItIsWholeOrNotThere() throws {
        let start = ContinuousClock.now
        let first = try scene.run(["track", "repo", "--at", "2026-09-01"])
        let run = ContinuousClock.now - start
        #expect(first.code == 1)
        let whole = try #require(rows().first)
        for attempt in 0..<16 {
            let folder = attempt % 2 == 0 ? "other" : "repo"
            let process = try Program.start(["track", folder, "--at", "2026-09-02"], in: scene.root)
            // What is written is written at the end of a run.
            Thread.sleep(forTimeInterval: (run * (0.6 + 0.03 * Double(attempt))) / .seconds(1))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let kept = try rows()
            #expect(kept.first == whole)
            // Whatever came through saw gaps: none is there without them.
            for row in kept { #expect(row[2...6].compactMap { Int($0) }.reduce(0, +) > 0) }
        }
        let last = try scene.run(["track", "repo", "--at", "2026-09-03"])
        #expect(last.code == 1)
        #expect(try rows().last?[2...6] == whole[2...6])
    }

    @Test func severalWritersWaitForEachOther() throws {
        let writers = try (0..<6).map { _ in try Program.start(["track", "repo", "--at", "2026-09-01"], in: scene.root)
        }
        for writer in writers {
            writer.waitUntilExit()
            #expect(writer.terminationStatus == 1)
        }
        let kept = try rows()
        #expect(kept.map { $0[0] } == (1...6).map(String.init))
        #expect(Set(kept.map { $0[2...7].joined(separator: ",") }).count == 1)
        #expect(kept.map { $0[8] }.filter { $0 != "0" }.count == 1)
    }

    private func ids() throws -> [String] {
        let text = try scene.run(["gaps", "tracked", "--format", "json"]).output
        let all = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]] ?? []
        return all.compactMap { $0["id"] as? String }
    }

    /// People and assessments write at once, and some of them are killed: whoever came through is there whole, with its
    /// event, and who did not left nothing.
    @Test func editsUnderFireAreWholeOrNotThere() throws {
        #expect(try scene.run(["track", "repo", "--at", "2026-09-01"]).code == 1)
        let gaps = try ids()
        #expect(gaps.count > 1)
        let start = ContinuousClock.now
        #expect(try scene.run(["gaps", "assign"] + gaps + ["--to", "first", "--by", "ana"]).code == 0)
        let run = ContinuousClock.now - start
        var finished = 0
        for attempt in 0..<12 {
            let writers = try [
                ["gaps", "assign"] + gaps + ["--to", "owner\(attempt)", "--by", "ana"],
                ["gaps", "note"] + gaps + ["--text", "note\(attempt)", "--by", "ben"],
                ["track", "repo", "--at", "2026-09-0\(2 + attempt / 4)"],
            ].map { try Program.start($0, in: scene.root) }
            Thread.sleep(forTimeInterval: (run * (0.1 + 0.1 * Double(attempt))) / .seconds(1))
            for writer in writers.prefix(2) { kill(writer.processIdentifier, SIGKILL) }
            for writer in writers { writer.waitUntilExit() }
            #expect(writers[2].terminationStatus == 1)
            finished += writers.prefix(2).count { $0.terminationReason == .exit && $0.terminationStatus == 0 }
        }
        #expect(try rows().count == 13)
        var said: Set<[String]> = []
        for gap in gaps {
            let life = try scene.run(["history", "--gap", gap]).output.split(separator: "\n")
            said.insert(
                life.filter { $0.contains(" assigned ") || $0.contains(" note ") }.map { line in
                    line.split(separator: " ").suffix(1).joined()
                })
        }
        // All gaps of an edit have it, or none.
        #expect(said.count == 1)
        #expect((said.first?.count ?? 0) >= 1 + finished)
        let owners = try scene.run(["gaps", "tracked", "--format", "csv"]).output
        let last = said.first?.last { $0.hasPrefix("owner") || $0 == "first" } ?? ""
        #expect(owners.split(whereSeparator: \.isNewline).dropFirst().allSatisfy { $0.contains(",\(last),") })
    }

    /// A history of a later version is left as it is, by whoever opens it.
    @Test func aLaterVersionsHistoryIsRefused() throws {
        #expect(try scene.run(["track", "repo", "--at", "2026-09-01"]).code == 1)
        let file = scene.root.appending(path: "surety-history.sqlite")
        // SQLite keeps the version of the schema as four bytes at offset 60: https://www.sqlite.org/fileformat.html
        var bytes = try Data(contentsOf: file)
        bytes[63] = 99
        try bytes.write(to: file)
        for command in [
            ["track", "repo", "--at", "2026-09-02"], ["history"], ["gaps", "tracked"], ["diff", "last", "last"],
            ["gaps", "note", "G-1", "--text", "x", "--by", "ana"],
            ["assess", "repo", "--history", "surety-history.sqlite", "--output", "out"],
        ] {
            let said = try Program.errors(command, in: scene.root)
            #expect(said.code == 65 && said.text.contains("a later version of Surety"), "\(command): \(said.text)")
        }
        #expect(try Data(contentsOf: file) == bytes)
    }
}
