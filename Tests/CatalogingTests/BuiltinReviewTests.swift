import Compliance
import Testing

@testable import Cataloging

@Suite struct BuiltinReviewTests {
    /// A run takes the built-in files as reviewed: here they are.
    @Test func theBuiltInFilesHoldUnderReview() throws {
        let files = try BuiltinCatalog.files(areReviewed: false)
        #expect(files.allSatisfy { !$0.isReviewed })
        let reviewed = try CatalogLoader.catalog(of: files)
        let loaded = try CatalogLoader.load(folders: [])
        #expect(reviewed.digest == loaded.digest)
        #expect(reviewed.checks == loaded.checks)
        #expect(reviewed.frameworks == loaded.frameworks)
    }

    @Test func onlyTheBuiltInFilesAreTakenAsReviewed() throws {
        #expect(try BuiltinCatalog.files().allSatisfy(\.isReviewed))
        let file = try #require(try BuiltinCatalog.files().first { $0.path.hasPrefix("checks/") })
        let own = CatalogFile(path: "checks/own/copy.yaml", digest: file.digest, root: file.root)
        #expect(!own.isReviewed)
        #expect(throws: CatalogProblems.self) { try CatalogLoader.catalog(of: [own]) }
    }
}
