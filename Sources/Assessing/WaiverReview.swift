internal import Compliance

/// Holds waivers against the gaps they are for.
///
/// A waiver never changes a verdict. It is pinned to the digest of what was accepted: when that changes, it lapses.
struct WaiverReview {
    /// Date of the assessment, YYYY-MM-DD.
    let date: String

    /// Puts waivers beside the gaps they hold for, and gives them back with their standing.
    func review(_ waivers: [Waiver], on gaps: inout [Gap]) -> [Waiver] {
        guard !waivers.isEmpty else { return [] }
        var held: [GapID: Int] = [:]
        let reviewed = waivers.enumerated().map { position, waiver in
            let standing = standing(of: waiver, among: gaps)
            if case .holds(let ids) = standing {
                for id in ids where held[id] == nil { held[id] = position }
            }
            return waiver.with(standing)
        }
        for position in gaps.indices {
            if let waiver = held[gaps[position].id] { gaps[position] = gaps[position].waived(by: waiver) }
        }
        return reviewed
    }

    private func standing(of waiver: Waiver, among gaps: [Gap]) -> Waiver.Standing {
        guard let expires = CalendarDate(waiver.expiresOn), let today = CalendarDate(date) else {
            return .lapsed("its expiry is not a date of the form YYYY-MM-DD")
        }
        if expires < today { return .lapsed("it expired on \(expires.text)") }
        let meant = gaps.filter { gap in
            gap.cause == .failingCheck
                && (waiver.gap.map { $0 == gap.id } ?? (waiver.check == gap.check && waiver.agent == gap.agent))
        }
        guard let gap = meant.first else { return .lapsed("the gap it is for is not open") }
        let accepted = waiver.accepts.hasPrefix("sha256:") ? String(waiver.accepts.dropFirst(7)) : waiver.accepts
        guard accepted == gap.valueDigest else {
            return .lapsed("what was accepted has changed: the digest is now sha256:\(gap.valueDigest)")
        }
        return .holds(meant.map(\.id))
    }
}

extension Waiver {
    fileprivate func with(_ standing: Standing) -> Waiver {
        Waiver(
            gap: gap, check: check, agent: agent, accepts: accepts, approver: approver, reason: reason,
            expiresOn: expiresOn, citation: citation, standing: standing)
    }
}

extension Gap {
    fileprivate func waived(by position: Int) -> Gap {
        Gap(
            id: id, agent: agent, cause: cause, check: check, severity: severity, title: title, detail: detail,
            moreDetail: moreDetail, remediation: remediation, controls: controls, citations: citations,
            valueDigest: valueDigest,
            waiver: position, owner: owner)
    }
}
