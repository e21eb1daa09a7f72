import Foundation
import Testing

/// A repository with two statements, and people with keys outside of it.
final class SigningScene {
    let scene: OutsideScene
    /// Item of the statement that is called `context`.
    static let item = "nist-ai-rmf-1.0/map-1.1"
    static let at = "2026-11-24"

    /// Keys of Jana, who states both, and of Mal; the statement `context` is signed by Jana where that is asked for.
    init(signed: Bool = true, kind: String = "ed25519") throws {
        scene = try OutsideScene([
            "repo/.claude/settings.json": "{}", "repo/docs/review.md": "reviewed\n",
            "repo/statements.yaml": Self.statements,
        ])
        for name in ["jana", "mal"] {
            try OpenSSLTool.makeKey(kind, path("\(name).pem"), path("\(name).pub.pem"))
        }
        if signed { try sign() }
    }

    static let statements = """
        statements:
          - id: context
            claim: Context and users are written down.
            control: \(item)
            method: examine
            by: Jana Novak
            role: Head of security
            stated_on: 2026-11-01
            expires_on: 2027-03-01
            document: docs/review.md
            document_sha256: a9f2d25d1f71f8065e2119e538bde8846570fcdad320388236e99d9e225c290d
          - id: law
            claim: The law that applies is known.
            control: nist-ai-rmf-1.0/govern-1.1
            method: interview
            by: Jana Novak
            role: Head of security
            stated_on: 2026-11-01
            expires_on: 2027-03-01

        """

    static let envelope = "repo/statements/context.dsse.json"
    static let trusted = ["--statement-key", "Jana Novak=jana.pub.pem"]

    func path(_ name: String) -> String { scene.root.appending(path: name).path }

    func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

    func replace(_ old: String, with new: String, in name: String) throws {
        let text = try text(name)
        try #require(text.contains(old), "\(name) has no \(old)")
        try scene.write(text.replacing(old, with: new, maxReplacements: 1), to: name)
    }

    func sign(_ id: String = "context", by key: String = "jana", _ more: [String] = []) throws {
        let result = try scene.run(
            ["statement", "sign", "repo/statements.yaml", "--id", id, "--key", "\(key).pem", "-q"] + more)
        #expect(result.code == 0 && result.output.isEmpty)
    }

    /// The line of a statement in `surety statement list`.
    func listed(_ id: String = "context", at: String = SigningScene.at, _ more: [String] = trusted) throws -> String {
        let list = try scene.run(["statement", "list", "repo", "--at", at] + more)
        #expect(list.code == 0)
        return String(list.output.split(separator: "\n").first { $0.hasPrefix("\(id) ") } ?? "")
    }

    /// The gaps about statements, by what opened them.
    func gaps(at: String = SigningScene.at, _ more: [String] = trusted) throws -> [[String: String]] {
        let text = try scene.run(["gaps", "repo", "--format", "json", "--at", at, "-q"] + more).output
        return try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: String]] ?? []
    }

    /// The verdict of an item for the agent.
    func verdict(_ item: String = SigningScene.item, _ more: [String] = trusted) throws -> String? {
        let arguments = [
            "--format", "json", "--framework", "nist-ai-rmf-1.0", "--at", Self.at, "-q", "--output", "out",
        ]
        _ = try scene.run(["assess", "repo"] + arguments + more)
        let json = try JSONSerialization.jsonObject(with: Data(text("out/assessment.json").utf8)) as? [String: Any]
        let controls = json?["controls"] as? [[String: Any]] ?? []
        return controls.first { $0["control"] as? String == item }?["verdict"] as? String
    }

    /// The payload of an envelope, and what was signed.
    func envelope(_ name: String = SigningScene.envelope) throws -> (payload: Data, signed: Data, signature: Data) {
        let object = try JSONSerialization.jsonObject(with: Data(text(name).utf8)) as? [String: Any]
        let payload = try #require((object?["payload"] as? String).flatMap { Data(base64Encoded: $0) })
        let signatures = object?["signatures"] as? [[String: String]]
        let signature = try #require((signatures?.first?["sig"]).flatMap { Data(base64Encoded: $0) })
        let type = "application/vnd.in-toto+json"
        return (payload, Data("DSSEv1 \(type.utf8.count) \(type) \(payload.count) ".utf8) + payload, signature)
    }
}
