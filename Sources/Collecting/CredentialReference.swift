internal import Compliance

/// The variable or file that a reference to a secret names, so that two agents with the same one can be told.
enum CredentialReference {
    /// The name in `${NAME}`, `$NAME`, `${env:NAME}`, `{file:path}`, `%NAME%`, `${{ secrets.NAME }}`, `op://…`.
    static func name(in value: String) -> String? {
        for scheme in ["op://", "vault:", "env:"] where value.hasPrefix(scheme) {
            return scheme == "env:" ? String(value.dropFirst(4)) : value
        }
        if let file = between("{file:", "}", value) { return file }
        if value.contains("$(") || value.contains("${input:") { return nil }
        var inner = between("${{", "}}", value) ?? between("${", "}", value) ?? between("{env:", "}", value)
        if inner == nil, let sign = value.firstIndex(of: "$") {
            inner = String(value[value.index(after: sign)...].prefix { $0.isLetter || $0.isNumber || $0 == "_" })
        }
        if inner == nil, value.hasPrefix("%"), value.hasSuffix("%"), value.count > 2 {
            inner = String(value.dropFirst().dropLast())
        }
        guard var name = inner?.trimmingPrefix(while: \.isWhitespace).prefix(while: { !$0.isWhitespace }) else {
            return nil
        }
        for prefix in ["env:", "env.", "secrets.", "vars."] where name.hasPrefix(prefix) {
            name = name.dropFirst(prefix.count)
        }
        // `${NAME:-default}`
        name = name.prefix { $0 != ":" && $0 != "-" }
        // GitHub makes this token anew for every run.
        if value.contains("secrets.GITHUB_TOKEN") || value.contains("github.token") { return nil }
        return name.isEmpty ? nil : String(name)
    }

    private static func between(_ open: String, _ close: String, _ value: String) -> String? {
        guard let start = value.firstRange(of: open), let end = value[start.upperBound...].firstRange(of: close) else {
            return nil
        }
        return String(value[start.upperBound..<end.lowerBound])
    }

    /// The columns of a row of `credential`; what is called after its variable refers to that.
    static func completed(_ columns: [String: Value]) -> [String: Value] {
        guard columns["reference"] == nil, columns["detector"] == "reference", columns["storage"] == "environment",
            let name = columns["name"]?.text
        else { return columns }
        var columns = columns
        columns["reference"] = .text(name)
        return columns
    }
}
