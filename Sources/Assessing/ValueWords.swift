internal import Compliance

/// The words of a column's value in a sentence, where the evidence tables have words of their own.
enum ValueWords {
    /// The value of a row's column as a message says it.
    static func text(_ row: Row, _ column: String) -> String {
        let value = row[column]
        if column == "value", row["unit"] == "seconds", let words = duration(value) { return words }
        switch value {
        case .null: return absent(row.table, column) ?? value.description
        case .boolean(let boolean): return boolean ? "yes" : "no"
        case .real(let real): return Int(exactly: real).map(String.init) ?? value.description
        case .integer: return value.description
        case .text(let text): return words(row.table, column)?[text] ?? text
        }
    }

    /// `6 hours`, `90 minutes`, `45 seconds`: in the largest unit that leaves a whole number.
    private static func duration(_ value: Value) -> String? {
        let seconds: Int? =
            switch value {
            case .real(let real): Int(exactly: real)
            case .integer(let integer): integer
            default: nil
            }
        guard let seconds, seconds > 0 else { return nil }
        let units = [(86_400, "day"), (3_600, "hour"), (60, "minute")]
        let (length, unit) = units.first { seconds.isMultiple(of: $0.0) } ?? (1, "second")
        return "\(seconds / length) \(unit)\(seconds == length ? "" : "s")"
    }

    private static func absent(_ table: Table, _ column: String) -> String? {
        switch (table, column) {
        case (.budget, "value"): "no limit set"
        case (.mcpServer, "folders"): "a wide folder"
        case (.model, "name"), (.model, "provider"): "not named"
        default: nil
        }
    }

    private static func words(_ table: Table, _ column: String) -> [String: String]? {
        switch (table, column) {
        case (.approval, "covers"):
            [
                "any": "any action", "shell": "shell commands", "write": "changes to files",
                "network": "network access", "mcp": "calls of MCP tools", "publish": "publishing",
            ]
        case (.approval, "mode"): ["on-risk": "asked for risky actions only"]
        case (.mcpServer, "fault"):
            [
                "no-command": "nothing says what to start", "no-endpoint": "its address is no MCP endpoint",
                "shell-line": "its command is a line for a shell",
            ]
        case (.mcpServer, "pin"), (.component, "pin"):
            [
                "none": "no version fixed", "range": "a range of versions", "exact": "one version named",
                "digest": "a digest", "local": "code of this machine",
            ]
        case (.component, "kind"): ["external-agent": "external agent"]
        case (.sandbox, "kind"): ["os-sandbox": "sandbox", "none": "machine itself"]
        default: nil
        }
    }
}
