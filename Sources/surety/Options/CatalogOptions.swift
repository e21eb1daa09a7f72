internal import ArgumentParser
internal import Cataloging
internal import Compliance

/// Which catalogs are read, for the commands that judge nothing.
struct CatalogOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A folder with your own frameworks and checks, beside the built-in ones.", valueName: "folder"),
        completion: .directory)
    var catalogs: [String] = []

    /// The catalog: built-in and the user's.
    ///
    /// - Throws: `Failure` when a catalog file is malformed.
    func catalog() throws -> Catalog {
        try Failure.asInput { try CatalogLoader.load(folders: catalogs) }
    }
}
