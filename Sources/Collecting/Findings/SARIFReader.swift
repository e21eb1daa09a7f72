internal import Documents

/// Reads the results of SARIF 2.1.0.
///
/// <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>
struct SARIFReader {
    private let root: Node

    /// A log with its runs.
    ///
    /// - Throws: `Diagnostic` for another version (§3.13.2).
    init(_ root: Node) throws(Diagnostic) {
        guard root["version"]?.string == "2.1.0" else {
            throw Diagnostic(
                .syntax, "expected version 2.1.0 of SARIF", at: root["version"]?.position ?? root.position)
        }
        self.root = root
    }

    /// The failing results, and how many others there are.
    func results() throws(Diagnostic) -> (failing: [ScannerFinding], passing: Int) {
        var failing: [ScannerFinding] = []
        var passing = 0
        for run in root["runs"]?.elements ?? [] {
            guard let driver = run[path: ["tool", "driver"]], let scanner = driver["name"]?.string, !scanner.isEmpty
            else {
                throw Diagnostic(.syntax, "a run without tool.driver.name", at: run.position)
            }
            let version = (driver["semanticVersion"] ?? driver["version"])?.string
            let rules = driver["rules"]?.elements ?? []
            for result in run["results"]?.elements ?? [] {
                // §3.27.9: kind is "fail" unless it says otherwise; §3.27.24: an absent result is one of an earlier run.
                let isAbsent = result["baselineState"]?.string == "absent"
                guard (result["kind"]?.string ?? "fail") == "fail", !isAbsent else {
                    passing += 1
                    continue
                }
                failing.append(try finding(result, run, rules, scanner, version))
            }
        }
        return (failing, passing)
    }

    private func finding(
        _ result: Node, _ run: Node, _ rules: [Node], _ scanner: String, _ version: String?
    ) throws(Diagnostic) -> ScannerFinding {
        let index = result["ruleIndex"]?.integer ?? result[path: ["rule", "index"]]?.integer
        let indexed = index.flatMap { rules.indices.contains($0) ? rules[$0] : nil }
        let named = result["ruleId"]?.string ?? result[path: ["rule", "id"]]?.string ?? indexed?["id"]?.string
        guard let name = named, !name.isEmpty else {
            throw Diagnostic(.syntax, "a result without a rule", at: result.position)
        }
        let rule = indexed ?? rules.first { $0["id"]?.string == name }
        let place = result["locations"]?.elements.first?["physicalLocation"]
        let suppressions = (result["suppressions"]?.elements ?? []).filter { $0["status"]?.string != "rejected" }
        return ScannerFinding(
            scanner: scanner, version: version, rule: name, severity: Self.severity(result, rule),
            message: Self.message(result, rule) ?? name,
            path: place?["artifactLocation"].flatMap { Self.path($0, run) },
            line: place?[path: ["region", "startLine"]]?.integer,
            column: place?[path: ["region", "startColumn"]]?.integer, isSuppressed: !suppressions.isEmpty,
            suppression: suppressions.compactMap { $0["justification"]?.string }.first)
    }

    /// GitHub's `security-severity` where there is one, else the level; "warning" where there is none (§3.27.10).
    private static func severity(_ result: Node, _ rule: Node?) -> String? {
        let scores = [result, rule].compactMap { $0?[path: ["properties", "security-severity"]] }
        if let score = scores.first.flatMap({ $0.number ?? $0.string.flatMap(Double.init) }) {
            return score >= 9 ? "critical" : score >= 7 ? "high" : score >= 4 ? "medium" : "low"
        }
        let level = result["level"] ?? rule?[path: ["defaultConfiguration", "level"]]
        return ScannerFinding.severity(level?.string ?? "warning")
    }

    private static func message(_ result: Node, _ rule: Node?) -> String? {
        if let text = result[path: ["message", "text"]]?.string { return text }
        let id = result[path: ["message", "id"]]?.string ?? ""
        return rule?[path: ["messageStrings", id, "text"]]?.string
            ?? rule?[path: ["shortDescription", "text"]]?.string
    }

    /// The path of a location: relative to the base that it names, where the run says where that is (§3.4.4).
    private static func path(_ location: Node, _ run: Node) -> String? {
        var location = location
        if location["uri"] == nil, let index = location["index"]?.integer,
            let artifacts = run["artifacts"]?.elements, artifacts.indices.contains(index)
        {
            location = artifacts[index]["location"] ?? location
        }
        guard var uri = location["uri"]?.string else { return nil }
        if let base = location["uriBaseId"]?.string, !uri.contains("://"), !uri.hasPrefix("/"),
            let root = run[path: ["originalUriBaseIds", base, "uri"]]?.string, root.hasPrefix("file:")
        {
            uri = root + (root.hasSuffix("/") ? "" : "/") + uri
        }
        return ReportedPath.decoded(uri)
    }
}
