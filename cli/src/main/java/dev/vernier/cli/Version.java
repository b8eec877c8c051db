package dev.vernier.cli;

import picocli.CommandLine.IVersionProvider;

/** This program's version, as the jar's manifest has it. */
final class Version implements IVersionProvider {

    /** The number alone. */
    static String number() {
        String fromManifest = Version.class.getPackage().getImplementationVersion();
        return fromManifest == null ? "unpackaged" : fromManifest;
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "vernier " + number(), "Java " + Runtime.version() + ", " + System.getProperty("java.vm.name")
        };
    }
}
