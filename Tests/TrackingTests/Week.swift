import Compliance
import Foundation

@testable import Tracking

/// Assessments of one agent, made up week by week.
enum Week {
    static let agent = "claude-code@."

    /// A snapshot: gaps by check, verdicts of checks that are not satisfied, and what the files are.
    static func snapshot(
        _ week: Int, failing: [String] = [], blind: [String: String] = [:], satisfied: [String] = [],
        severity: Severity = .high, waivedUntil: String? = nil, findings: Int = 1, hasAgent: Bool = true,
        rules: [String] = ["a/one", "b/two", "c/three"], files: [String: String] = ["settings.json": "0"],
        extra: [Fact.Key: Fact] = [:]
    ) -> Snapshot {
        var facts = extra
        if hasAgent { facts[Fact.Key(.agent, agent: agent)] = Fact("supervised", basis: "Claude Code") }
        for (path, digest) in files { facts[Fact.Key(.artifact, path)] = Fact("read", basis: digest) }
        for rule in rules where facts[Fact.Key(.rule, rule)] == nil {
            facts[Fact.Key(.rule, rule)] = Fact("same", basis: "nist/map-1 supports\nnist/map-2 supports")
        }
        let digest = files.values.sorted().joined()
        for check in failing {
            facts[Fact.Key(.check, agent: agent, check)] = Fact("not-satisfied", basis: "\(digest)\n\nsettings.json")
        }
        for check in satisfied {
            facts[Fact.Key(.check, agent: agent, check)] = Fact("satisfied", basis: "\(digest)\n\nsettings.json")
        }
        for (check, reason) in blind {
            facts[Fact.Key(.check, agent: agent, check)] = Fact("undetermined", basis: "\(digest)\n\(reason)")
        }
        let gaps = failing.map { check in
            Snapshot.SeenGap(
                id: "G-" + check, agent: agent, check: check, cause: "failing-check", severity: severity,
                title: "\(check) fails", place: "settings.json:1:1", findings: findings, waivedUntil: waivedUntil)
        }
        return Snapshot(
            at: day(week), tool: "1", catalogDigest: "c", evidenceDigest: digest, facts: facts, gaps: gaps)
    }

    /// Midnight of a week's first day, from 2026-09-01.
    static func day(_ week: Int) -> String {
        (CalendarDate("2026-09-01")?.adding(days: 7 * week).text ?? "") + "T00:00:00Z"
    }
}

/// A history in a folder of its own.
final class Shelf {
    let path = FileManager.default.temporaryDirectory.appending(path: "surety-\(UUID().uuidString).sqlite").path

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func open() throws -> History { try History(path: path) }
}
