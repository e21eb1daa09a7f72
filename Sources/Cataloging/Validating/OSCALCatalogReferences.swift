internal import Documents

/// Holds references to controls and parameters to the catalogs that they are said to be in.
struct OSCALCatalogReferences {
    private var items: Set<String> = []
    private var parameters: Set<String> = []
    private let problems: OSCALProblems

    /// The identifiers of some catalogs.
    init(_ catalogs: [OSCALSource], _ problems: OSCALProblems) {
        self.problems = problems
        for catalog in catalogs {
            let index = OSCALIndex(OSCALPlace.all(in: catalog.root), OSCALProblems(path: catalog.path))
            items.formUnion(index.items.keys)
            parameters.formUnion(index.parameters)
        }
    }

    /// Looks at one object.
    func check(_ place: OSCALPlace) {
        for member in place.node.members {
            for value in [member.value] + member.value.elements {
                guard let text = value.string else { continue }
                switch (member.key, place.key) {
                case ("with-ids", _), ("control-id", _), ("target-id", "target"), ("id-ref", "sources"),
                    ("id-ref", "targets"):
                    if !items.contains(text) { problems.complain("\(member.key) \(text) is in no catalog", at: value) }
                case ("param-id", "set-parameters"):
                    if !parameters.contains(text) {
                        problems.complain("parameter \(text) is in no catalog", at: value)
                    }
                default: break
                }
            }
        }
    }
}
