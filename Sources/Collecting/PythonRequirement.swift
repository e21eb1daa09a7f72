/// A Python requirement as pip writes it: `langchain==1.0.3`, `./lib`, `git+https://…`.
///
/// <https://packaging.python.org/en/latest/specifications/dependency-specifiers/>
struct PythonRequirement {
    let name: String
    let version: String?
    let pin: String
    let source: String

    init(_ text: String) {
        if text.hasPrefix(".") || text.hasPrefix("/") {
            (name, version, pin, source) = (text, nil, "local", "local")
        } else if text.contains("git+") || text.contains("://") {
            let tail = text.split(separator: "@").last.map { String($0.prefix { $0 != "#" }) } ?? ""
            let isCommit = tail.count == 40 && tail.allSatisfy(\.isHexDigit)
            (name, version) = (text, isCommit ? tail : nil)
            (pin, source) = (isCommit ? "digest" : "none", text.contains("git+") ? "git" : "url")
        } else if let mark = text.firstIndex(where: { "=<>~!".contains($0) }) {
            name = String(text[..<mark].filter { $0 != " " })
            version = String(text[mark...])
            pin =
                text[mark...].hasPrefix("==") && !text[mark...].contains("*") && !text.contains(",") ? "exact" : "range"
            source = "registry"
        } else {
            (name, version, pin, source) = (text, nil, "none", "registry")
        }
    }
}
