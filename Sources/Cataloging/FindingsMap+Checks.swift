public import Compliance
internal import Hashing

extension FindingsMap {
    private struct Rule: Hashable {
        let scanner: String
        let name: String
    }

    /// A catalog with a check for each rule that scanners report in the evidence.
    ///
    /// Such a check fails where there is a finding and can never be satisfied. The rules that no entry is for share one
    /// check without items, so that they are named.
    public func checks(for evidence: Evidence, in catalog: Catalog) -> Catalog {
        var rules: [Rule: Severity] = [:]
        for row in evidence[.externalFinding] {
            let rule = Rule(scanner: row["scanner"].text ?? "", name: row["rule"].text ?? "")
            let severity = row["severity"].text.flatMap(Severity.init(rawValue:)) ?? .medium
            rules[rule] = max(rules[rule] ?? .info, severity)
        }
        guard !rules.isEmpty else { return catalog }
        var checks: [Check] = []
        var mapped: [String: [String]] = [:]
        for (rule, severity) in rules.sorted(by: { ($0.key.scanner, $0.key.name) < ($1.key.scanner, $1.key.name) }) {
            guard Self.isPlain(rule.scanner), Self.isPlain(rule.name),
                let entry = entries.first(where: { $0.isFor(rule.scanner, rule.name) })
            else { continue }
            mapped[rule.scanner, default: []].append(rule.name)
            checks.append(Self.check(rule, entry.severity ?? severity, entry.mappings))
        }
        if checks.count < rules.count { checks.append(Self.unmapped(beside: mapped)) }
        return catalog.adding(checks, digest: digest)
    }

    /// Whether a text can stand in an expression and mean itself; what cannot stays unmapped.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.count <= 1000
            && text.unicodeScalars.allSatisfy { $0 != "\\" && $0.properties.generalCategory != .control }
    }

    private static func literal(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }

    private static func check(_ rule: Rule, _ severity: Severity, _ mappings: [CheckMapping]) -> Check {
        Check(
            id: CheckID("findings/\(slug(rule.scanner))/\(slug(rule.name))"),
            title: "\(rule.scanner) reports nothing of its rule \(rule.name)", method: .test, severity: severity,
            subject: .externalFinding, when: "scanner = \(literal(rule.scanner)) AND rule = \(literal(rule.name))",
            assert: "FALSE", message: message, mappings: mappings,
            rationale:
                "Another scanner found it. What it does not report shows nothing, so this check is never satisfied.",
            remediation: "Mend what the scanner reports and scan again, or accept the risk in waivers.yaml.",
            references: [], examples: [])
    }

    // A list for each scanner: a chain of ORs over a thousand rules would be nested too deeply for SQLite.
    private static func unmapped(beside mapped: [String: [String]]) -> Check {
        let conditions = mapped.sorted { $0.key < $1.key }.map { scanner, rules in
            "(scanner = \(literal(scanner)) AND rule IN (\(rules.map(literal).joined(separator: ", "))))"
        }
        return Check(
            id: CheckID("findings/unmapped"), title: "Every rule that scanners report is mapped to framework items",
            method: .examine, severity: .low, subject: .externalFinding,
            when: conditions.isEmpty ? nil : "NOT (\(conditions.joined(separator: " OR ")))", assert: "FALSE",
            message: message, mappings: [],
            rationale: "A finding that bears on no item changes no verdict, however grave it is.",
            remediation: "Add the rules to the file of --findings-map, with the items that they bear on.",
            references: [], examples: [])
    }

    private static let message =
        "{scanner} {scanner_version} {rule}: {message} (suppressed in its report: {suppressed})"

    /// A text as part of an identifier; what had to be replaced is told apart by a digest.
    private static func slug(_ text: String) -> String {
        let plain = text.map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "-" }
        let short = String(String(plain).prefix(80))
        return short == text ? short : "\(short)-\(SHA256.hex(text).prefix(6))"
    }
}

extension FindingsMap.Entry {
    func isFor(_ scanner: String, _ rule: String) -> Bool {
        Self.matches(Array(self.scanner.lowercased().utf8)[...], Array(scanner.lowercased().utf8)[...])
            && Self.matches(Array(self.rule.utf8)[...], Array(rule.utf8)[...])
    }

    /// Whether a pattern, `*` for any characters, matches the whole of a text.
    private static func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        var (pattern, text) = (pattern, text)
        var resume: (pattern: ArraySlice<UInt8>, text: ArraySlice<UInt8>)?
        while let byte = text.first {
            if pattern.first == UInt8(ascii: "*") {
                pattern = pattern.dropFirst()
                resume = (pattern, text)
            } else if pattern.first == byte {
                (pattern, text) = (pattern.dropFirst(), text.dropFirst())
            } else if let back = resume {
                resume = (back.pattern, back.text.dropFirst())
                (pattern, text) = (back.pattern, back.text.dropFirst())
            } else {
                return false
            }
        }
        return pattern.allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
