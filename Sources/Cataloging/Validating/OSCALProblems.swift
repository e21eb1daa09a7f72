internal import Documents

/// Gathers what is wrong with one document.
final class OSCALProblems {
    private let path: String
    private(set) var all: [CatalogProblem] = []

    init(path: String) { self.path = path }

    func complain(_ message: String, at node: Node?) {
        all.append(CatalogProblem(path: path, position: node?.position ?? .start, message: message))
    }

    /// The problems by place.
    var sorted: [CatalogProblem] {
        all.sorted { ($0.position, $0.message) < ($1.position, $1.message) }
    }
}
