internal import Documents

/// Holds OSCAL documents to what no schema of OSCAL checks.
///
/// The schemas know structure and lexical forms. That identifiers are unique, that references lead somewhere, that
/// values are of OSCAL's closed lists and that inserted parameters exist stands in the Metaschema constraints alone.
/// https://pages.nist.gov/OSCAL/resources/concepts/validation/
public enum OSCALValidator {
    /// What was found: the model of the document, and what is wrong with it, by place.
    public struct Report: Sendable {
        /// The root of the document, for example `catalog`.
        public let model: String
        /// What is wrong.
        public let problems: [CatalogProblem]
    }

    /// Looks at a document in XML, JSON or YAML.
    ///
    /// - Parameters:
    ///   - bytes: The document.
    ///   - path: What it is called.
    ///   - catalogs: Where the controls and parameters that it names are looked for; nowhere for none.
    ///   - fetch: Gives the bytes of a file that it imports by a relative reference, nil for none. Without it such links
    ///     are not followed.
    /// - Returns: What was found.
    /// - Throws: `CatalogProblem` when it cannot be read, or is no OSCAL.
    public static func validate(
        _ bytes: [UInt8], path: String, catalogs: [(path: String, bytes: [UInt8])] = [],
        fetch: ((_ reference: String) -> [UInt8]?)? = nil
    ) throws(CatalogProblem) -> Report {
        let source = try OSCALSource.read(bytes, path: path)
        var others: [OSCALSource] = []
        for catalog in catalogs { others.append(try OSCALSource.read(catalog.bytes, path: catalog.path)) }
        let problems = OSCALProblems(path: path)
        let named = others.isEmpty ? nil : OSCALCatalogReferences(others, problems)
        let places = OSCALPlace.all(in: source.root)
        let index = OSCALIndex(places, problems)
        let references = OSCALReferences(source, index, problems)
        let imports = fetch.map { OSCALImports($0, problems) }
        for place in places {
            OSCALForms.check(place, problems)
            OSCALAllowedValues.check(place, problems)
            OSCALNameRules.check(place, problems)
            references.check(place)
            named?.check(place)
            imports?.check(place)
        }
        return Report(model: source.model.rawValue, problems: problems.sorted)
    }
}
