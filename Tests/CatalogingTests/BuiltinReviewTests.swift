import Compliance
import Documents
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

    /// What bundles carry of it is one document, with every file and its digest.
    @Test func theBuiltInFilesAreOneDocumentOfJSON() throws {
        let limits = Limits(bytes: 64 << 20, depth: 128, nodes: 8_000_000)
        let members = try Document(CatalogLoader.builtin, as: .json, limits: limits).root.members
        let files = try BuiltinCatalog.files()
        #expect(members.map(\.key) == files.map(\.path))
        #expect(members.map { $0.value["sha256"]?.string } == files.map(\.digest))
        #expect(members.allSatisfy { $0.value["content"]?.members.isEmpty == false })
    }

    @Test func onlyTheBuiltInFilesAreTakenAsReviewed() throws {
        #expect(try BuiltinCatalog.files().allSatisfy(\.isReviewed))
        let file = try #require(try BuiltinCatalog.files().first { $0.path.hasPrefix("checks/") })
        let own = CatalogFile(path: "checks/own/copy.yaml", digest: file.digest, root: file.root)
        #expect(!own.isReviewed)
        #expect(throws: CatalogProblems.self) { try CatalogLoader.catalog(of: [own]) }
    }
}
