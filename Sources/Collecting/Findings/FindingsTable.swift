internal import Documents

/// Findings as a table: CSV with a header, or JSON objects with the same keys.
///
/// `scanner`, `rule`, `message` and `path` are required; `version`, `severity`, `line`, `column`, `suppressed` and
/// `suppression` may be left out. JSON is a list of such objects, or `{"scanner": …, "version": …, "findings": […]}`.
enum FindingsTable {
    private static let required = ["scanner", "rule", "message", "path"]
    private static let known = required + ["version", "severity", "line", "column", "suppressed", "suppression"]

    /// The findings of a table of comma-separated values.
    static func csv(_ bytes: [UInt8]) throws(Diagnostic) -> [ScannerFinding] {
        let records = try CSVRecord.read(bytes)
        guard let header = records.first else { throw Diagnostic(.syntax, "the table is empty", at: nil) }
        let names = header.fields.map { $0.text.lowercased() }
        for (name, field) in zip(names, header.fields) { try admit(name, at: field.position) }
        var findings: [ScannerFinding] = []
        for record in records.dropFirst() {
            var values: [String: String] = [:]
            for (name, field) in zip(names, record.fields) where !field.text.isEmpty { values[name] = field.text }
            findings.append(try finding(values, at: Position(line: record.line, column: 1)))
        }
        return findings
    }

    /// The findings of a JSON document.
    static func json(_ root: Node) throws(Diagnostic) -> [ScannerFinding] {
        var given: [String: String] = [:]
        if root.isObject {
            for member in root.members where member.key != "findings" {
                guard ["scanner", "version"].contains(member.key), let text = member.value.string else {
                    throw Diagnostic(.syntax, "there is no key \(member.key) beside findings", at: member.keyPosition)
                }
                given[member.key] = text
            }
        }
        guard let list = root.isArray ? root : root["findings"], list.isArray else {
            throw Diagnostic(.syntax, "expected SARIF 2.1.0 (runs), or findings: a list", at: root.position)
        }
        var findings: [ScannerFinding] = []
        for element in list.elements {
            var values = given
            for member in element.members {
                try admit(member.key, at: member.keyPosition)
                switch member.value.content {
                case .string(let text): values[member.key] = text.isEmpty ? nil : text
                case .integer(let integer): values[member.key] = String(integer)
                case .boolean(let boolean): values[member.key] = String(boolean)
                case .null: break
                default: throw Diagnostic(.syntax, "\(member.key) is one value", at: member.value.position)
                }
            }
            findings.append(try finding(values, at: element.position))
        }
        return findings
    }

    private static func admit(_ key: String, at position: Position) throws(Diagnostic) {
        guard known.contains(key) else {
            throw Diagnostic(
                .syntax, "there is no column \(key); known are \(known.joined(separator: ", "))", at: position)
        }
    }

    private static func finding(
        _ values: [String: String], at position: Position
    ) throws(Diagnostic) -> ScannerFinding {
        for key in required where values[key] == nil {
            throw Diagnostic(.syntax, "a finding without \(key)", at: position)
        }
        let severity = values["severity"]
        if let severity, ScannerFinding.severity(severity) == nil {
            throw Diagnostic(.syntax, "severity '\(severity)' is not known", at: position)
        }
        for key in ["line", "column"] where (values[key].map { (Int($0) ?? 0) < 1 } ?? false) {
            throw Diagnostic(.syntax, "\(key) is a number from 1", at: position)
        }
        let suppressed = values["suppressed"]?.lowercased() ?? "false"
        guard ["true", "false", "yes", "no", "1", "0"].contains(suppressed) else {
            throw Diagnostic(.syntax, "suppressed is true or false", at: position)
        }
        return ScannerFinding(
            scanner: values["scanner"] ?? "", version: values["version"], rule: values["rule"] ?? "",
            severity: severity.flatMap(ScannerFinding.severity), message: values["message"] ?? "",
            path: values["path"].flatMap(ReportedPath.decoded), line: values["line"].flatMap { Int($0) },
            column: values["column"].flatMap { Int($0) }, isSuppressed: ["true", "yes", "1"].contains(suppressed),
            suppression: values["suppression"])
    }
}
