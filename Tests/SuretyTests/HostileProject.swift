import Foundation

/// A project whose every text tries to break out of a report, to hide in it, or to run; and a secret in many places.
final class HostileProject {
    let folder = FileManager.default.temporaryDirectory.appending(path: "surety-hostile-\(UUID().uuidString)")

    /// What must be in no output.
    static let secret = "ghp_" + String(repeating: "Zx9Q", count: 9)
    static let password = "hunter2-Tr0ub4dor"

    /// Texts for a browser, a Markdown reader, a spreadsheet, a terminal, an XML reader and a person's eye.
    static let texts = [
        "</td><script>alert(1)</script><img src=x onerror=alert(1)>",
        "[a](javascript:alert(1)) ![i](http://evil.example/i.png) |x| `y` **b**",
        "=HYPERLINK(\"http://evil.example\",\"x\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r\n# heading\n- item",
        "\u{1B}[31mred\u{1B}]0;title\u{7}", "]]>&lt;<!--\u{1}\u{8}\u{B}\u{FFFE}\u{9F}--><?x?>\"'",
        "\u{202E}gnp.exe\u{2066}\u{200F}\u{200B}\u{FEFF}\u{E0041}",
    ]

    var project: String { folder.path + "/project" }
    var waivers: String { folder.path + "/accepted.yaml" }
    var findings: String { folder.path + "/scan.sarif" }

    init() throws {
        let all = Self.texts.joined(separator: " ")
        try write(".mcp.json", Self.json(["mcpServers": Self.servers]))
        try write(".claude/settings.json", Self.json(Self.settings))
        try write("CLAUDE.md", "# Rules\n\n\(all)\n\nUse the token \(Self.secret).\n")
        for (place, text) in Self.texts.enumerated() {
            try write(
                ".claude/agents/a\(place).md",
                "---\nname: \(Self.quoted(text))\ndescription: \(Self.quoted(all))\ntools: \(Self.quoted(text))\n---\n\(all)\n"
            )
        }
        for name in ["<img src=x>", "=1+1", "\u{202E}txt", "a|b", "\u{1B}[31m"] {
            try write(
                ".claude/skills/\(name)/SKILL.md", "---\nname: s\ndescription: \(Self.quoted(all))\n---\n\(all)\n")
        }
        try write("identities.csv", Self.identities)
        try write("statements.yaml", Self.statements)
        try write("waivers.yaml", Self.waivers)
        try Data(Self.waivers.utf8).write(to: URL(filePath: waivers))
        try Data(Self.sarif.utf8).write(to: URL(filePath: findings))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func write(_ path: String, _ text: String) throws {
        let file = folder.appending(path: "project").appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// A register of which every text is one of them, and a secret stands where an owner should.
    private static var identities: String {
        let rows = texts.flatMap { text -> [String] in
            let cell = "\"" + text.replacing("\"", with: "\"\"") + "\""
            return [
                "\(cell),\(cell),gone,\(cell),\(cell),1,2020-01-01,prod;test",
                "\"\(secret) \(text.filter(\.isLetter))\",\(secret),person,\(cell),claude-code@.,2,2020-01-01,prod",
            ]
        }
        return "name,owner,owner_kind,provider,used_by,keys,rotated_at,environment\n" + rows.joined(separator: "\n")
            + "\n"
    }

    private static var servers: [String: Any] {
        texts.reduce(into: [:]) { servers, text in
            servers[text] = [
                "command": "npx", "args": ["-y", text, "--password", password],
                "env": ["API_TOKEN": secret, text: text],
            ]
            servers["remote " + text] = [
                "type": "http", "url": "http://user:\(password)@evil.example/\(text)",
                "headers": ["Authorization": "Bearer \(secret)"],
            ]
        }
    }

    private static var settings: [String: Any] {
        [
            "permissions": ["allow": texts.map { "Bash(\($0):*)" } + ["Bash(*)"], "defaultMode": "bypassPermissions"],
            "env": ["GITHUB_TOKEN": secret],
            "hooks": ["PreToolUse": texts.map { ["matcher": $0, "hooks": [["type": "command", "command": $0]]] }],
        ]
    }

    private static var statements: String {
        "agents:\n  - agent: claude-code@.\n    owner: \(quoted(texts[0]))\n    purpose: \(quoted(texts[1]))\nstatements:\n"
            + texts.map { text in
                """
                  - control: nist-ai-rmf-1.0/govern-1.1
                    claim: \(quoted(text))
                    method: interview
                    by: \(quoted(text))
                    role: \(quoted(text))
                    stated_on: 2026-11-01
                    expires_on: 2027-05-01
                    document: \(quoted("docs/" + text))

                """
            }.joined()
    }

    private static var waivers: String {
        "waivers:\n"
            + texts.map { text in
                """
                  - agent: claude-code@.
                    check: mcp/transport-encrypted
                    accepts: sha256:\(String(repeating: "0", count: 64))
                    approver: \(quoted(text))
                    reason: \(quoted(text))
                    expires_on: 2027-01-01

                """
            }.joined()
    }

    private static var sarif: String {
        let results = texts.map { text in
            [
                "ruleId": text, "level": "error", "message": ["text": text],
                "locations": [
                    ["physicalLocation": ["artifactLocation": ["uri": ".mcp.json"], "region": ["startLine": 1]]]
                ],
            ] as [String: Any]
        }
        return json(["version": "2.1.0", "runs": [["tool": ["driver": ["name": texts[0]]], "results": results]]])
    }

    private static func json(_ object: [String: Any]) -> String {
        let data =
            (try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .prettyPrinted])) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }

    /// A text in double quotes as YAML has it, which knows all that JSON does.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\" + String(scalar)
            case _ where scalar.value < 0x20 || scalar.value > 0x7E:
                quoted += "\\U" + String(format: "%08X", scalar.value)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
