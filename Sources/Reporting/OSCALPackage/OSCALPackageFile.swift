internal import Compliance
internal import Hashing

/// A document of the package, by what it is.
enum OSCALPackageFile {
    case catalog(FrameworkID)
    case profile
    case mapping(MappingID)
    case components
    case plan
    case results
    case actionPlan

    /// The name of its file in the folder of the package, by which the other documents refer to it.
    func name(_ form: OSCALForm) -> String { "\(stem).\(form.rawValue)" }

    private var stem: String {
        switch self {
        case .catalog(let framework): "catalog-" + Self.plain(framework.rawValue)
        case .profile: "profile"
        case .mapping(let mapping): "mapping-" + Self.plain(mapping.rawValue)
        case .components: "component-definition"
        case .plan: "assessment-plan"
        case .results: "assessment-results"
        case .actionPlan: "poam"
        }
    }

    /// An identifier as a part of a file's name, in which nothing leads to another folder.
    ///
    /// What had to be changed or is longer than file systems take gets a digest, so that two never share a name.
    private static func plain(_ identifier: String) -> String {
        let name = XMLText.name(identifier)
        guard name != identifier || name.utf8.count > 120 else { return name }
        return name.prefix(100) + "-" + SHA256.hex(identifier).prefix(8)
    }
}
