public import ArgumentParser
public import Reporting

extension CycloneDXVersion: ExpressibleByArgument {}
extension OCSFVersion: ExpressibleByArgument {}
extension OSCALVersion: ExpressibleByArgument {}

/// In which edition formats are written that there are several of.
struct EditionOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Edition of OSCAL; by default \(OSCALVersion.usual.rawValue). Importers accept their own alone. "
                + "1.1.x has no mappings, which are then left out.",
            valueName: "version"))
    var oscalVersion: OSCALVersion?

    @Option(
        name: .customLong("cyclonedx-version"),
        help: ArgumentHelp(
            "Edition of CycloneDX; by default \(CycloneDXVersion.usual.rawValue).", valueName: "version"))
    var cycloneDXVersion: CycloneDXVersion?

    @Option(
        name: .long,
        help: ArgumentHelp("Edition of OCSF; by default \(OCSFVersion.usual.rawValue).", valueName: "version"))
    var ocsfVersion: OCSFVersion?

    /// The editions that were asked for, and of the other formats those that are given.
    func editions(else given: Editions = Editions()) -> Editions {
        Editions(
            cycloneDX: cycloneDXVersion ?? given.cycloneDX, ocsf: ocsfVersion ?? given.ocsf,
            oscal: oscalVersion ?? given.oscal)
    }
}
