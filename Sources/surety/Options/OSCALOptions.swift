public import ArgumentParser
public import Reporting

extension OSCALVersion: ExpressibleByArgument {}

/// In which version of OSCAL is written.
struct OSCALOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Version of OSCAL: importers accept their own alone. 1.1.x has no mappings, which are then left out.",
            valueName: "version"))
    var oscalVersion: OSCALVersion = .newest
}
