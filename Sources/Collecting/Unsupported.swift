internal import Documents

/// Well-known files of agent products that no collector reads: they are named, so that silence is never a pass.
enum Unsupported {
    private static let suffixes: [(suffix: String, product: String)] = [
        (".continue/config.json", "Continue")
    ]

    /// The product that a path is known from.
    static func product(of path: FilePath) -> String? {
        suffixes.first { path.ends(with: $0.suffix) }?.product
    }

    /// Why a file is not read, when it is an agent's.
    static func reason(for path: FilePath, at location: String) -> String? {
        guard let product = product(of: path) else { return nil }
        return "no collector reads this file of \(product) yet"
    }
}
