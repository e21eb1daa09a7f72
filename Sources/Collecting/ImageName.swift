/// The name of a container image: repository, and the tag or digest that fixes it.
struct ImageName {
    /// The name without tag and digest.
    let repository: String
    /// Tag or digest; nil when there is none, which means `latest`.
    let version: String?

    init(_ text: String) {
        if let at = text.firstIndex(of: "@") {
            let named = text[..<at]
            let tag = named.lastIndex(of: ":").flatMap { named[$0...].contains("/") ? nil : $0 }
            repository = String(tag.map { named[..<$0] } ?? named)
            version = String(text[text.index(after: at)...])
        } else if let colon = text.lastIndex(of: ":"), !text[colon...].contains("/"), !text[colon...].contains("}") {
            repository = String(text[..<colon])
            version = String(text[text.index(after: colon)...])
        } else {
            (repository, version) = (text, nil)
        }
    }

    /// How firmly it is fixed, in the words of the column `pin`.
    var pin: String { version.map(LaunchCommand.pin) ?? "none" }
}
