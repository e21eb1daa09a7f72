/// Names of files in an archive or a folder that came from somebody else.
///
/// A name is held to what every system unpacks to the same place below the folder: see CWE-22 and CWE-178.
public enum EntryName {
    /// Why a name is not used; nil when it is.
    public static func fault(of name: String) -> String? {
        guard !name.isEmpty, name.utf8.count <= 1_024 else { return "is empty or longer than 1,024 bytes" }
        if name.hasPrefix("/") { return "is an absolute path" }
        if name.unicodeScalars.contains(where: isHidden) { return "holds a character that is not seen" }
        if name.contains(where: { "\\:*?\"<>|".contains($0) }) { return "holds a character that some systems refuse" }
        for part in name.split(separator: "/", omittingEmptySubsequences: false) {
            if part.isEmpty { return "has an empty part" }
            if part == ".." || part == "." { return "leads out of its folder" }
            if part.hasSuffix(".") || part.hasSuffix(" ") { return "has a part that ends with a dot or a space" }
        }
        return nil
    }

    /// The first two of some names that one system or another takes for the same file.
    public static func clash(in names: some Sequence<String>) -> (String, String)? {
        // Equality of Swift's strings is canonical equivalence, as on file systems that normalise.
        var seen: [String: String] = [:]
        for name in names {
            if let other = seen.updateValue(name, forKey: name.lowercased()) { return (other, name) }
        }
        return nil
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .unassigned: true
        default: false
        }
    }
}
