import Compliance
import Testing

@testable import Assessing

/// The same agent in two systems has two gaps.
@Suite struct SystemTests {
    private static let catalog = Sample.catalog([], [Sample.check("mcp/tls", when: nil, assert: "tls")])

    private func gaps(_ system: String?) throws -> [String] {
        let assessment = try Assessor(catalog: Self.catalog).assess(
            Sample.evidence(tls: [false]), waivers: [], at: "2026-11-24T00:00:00Z", toolVersion: "t", system: system)
        #expect(assessment.system == system)
        return assessment.register.map(\.id.rawValue)
    }

    @Test func identifiersAreTheSystemsOwn() throws {
        let (plain, one, other) = (try gaps(nil), try gaps("billing"), try gaps("crm"))
        #expect(!plain.isEmpty && plain.count == one.count)
        #expect(Set(plain).isDisjoint(with: one) && Set(one).isDisjoint(with: other))
        #expect(try gaps("billing") == one)
    }

    @Test func withoutANameNothingChanges() throws {
        let assessment = try Assessor(catalog: Self.catalog).assess(
            Sample.evidence(tls: [false]), waivers: [], at: "2026-11-24T00:00:00Z", toolVersion: "t")
        #expect(assessment.register.map(\.id.rawValue) == (try gaps(nil)))
    }
}
