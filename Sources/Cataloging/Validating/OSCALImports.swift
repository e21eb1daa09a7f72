internal import Documents

/// Follows the links by which one document is built on another.
///
/// A link with a scheme leads out of the folder and is not followed; nothing is fetched.
struct OSCALImports {
    /// The bytes of what a relative reference names; nil when there is nothing.
    typealias Fetch = (_ reference: String) -> [UInt8]?

    private let fetch: Fetch
    private let problems: OSCALProblems

    /// What each link leads to, by the key that it stands under.
    private static let models: [String: [OSCALSource.Model]] = [
        "import-ap": [.assessmentPlan], "import-ssp": [.securityPlan], "import-profile": [.profile, .catalog],
        "imports": [.catalog, .profile], "import-component-definitions": [.components],
        "control-implementations": [.catalog, .profile],
    ]

    init(_ fetch: @escaping Fetch, _ problems: OSCALProblems) {
        self.fetch = fetch
        self.problems = problems
    }

    /// Looks at one object.
    func check(_ place: OSCALPlace) {
        guard let models = Self.models[place.key],
            let node = place.node["href"] ?? place.node["source"], let link = node.string,
            !link.hasPrefix("#"), !Self.hasScheme(link)
        else { return }
        let path = Self.decoded(String(link.prefix { $0 != "#" && $0 != "?" }))
        guard let bytes = fetch(path) else { return problems.complain("there is no file \(path)", at: node) }
        let found = (try? OSCALSource.read(bytes, path: path))?.model
        guard let found, models.contains(found) else {
            let wanted = models.map(\.rawValue).joined(separator: " or ")
            let model = found?.rawValue ?? "no OSCAL document"
            return problems.complain("\(path): expected \(wanted), found \(model)", at: node)
        }
    }

    /// RFC 3986 §4.2: a colon before the first slash ends a scheme.
    private static func hasScheme(_ link: String) -> Bool {
        link.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.contains(":") || link.hasPrefix("//")
    }

    /// A path without its percent-encoding; what is no encoding stays as it is.
    private static func decoded(_ path: String) -> String {
        guard path.utf8.contains(UInt8(ascii: "%")) else { return path }
        var bytes: [UInt8] = []
        var rest = Array(path.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
            if byte == UInt8(ascii: "%"), digits.count == 2 {
                bytes.append(UInt8(digits[0] << 4 | digits[1]))
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
