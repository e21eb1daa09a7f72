/// Reads XML.
enum XMLParser {
    static func parse(_ source: Source, limits: Limits) throws(Diagnostic) -> Document {
        throw Diagnostic(.forbidden, "XML is not read yet", at: nil)
    }
}
