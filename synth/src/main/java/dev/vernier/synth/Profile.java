package dev.vernier.synth;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What kind of archive is imitated: its domains, their shares and their medians.
 *
 * <p>Thread rule: immutable.
 */
public enum Profile {
    /** The training set of RSNA Intracranial Aneurysm Detection: CTA, MRA, MRI T1post and MRI T2. */
    RSNA_IAD("rsna-iad", RsnaAneurysm.DOMAINS);

    private final String cliName;
    private final List<Domain> domains;

    Profile(String cliName, List<Domain> domains) {
        this.cliName = cliName;
        this.domains = domains;
    }

    /** The name on the command line. */
    public String cliName() {
        return cliName;
    }

    /**
     * The profile of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public static Profile fromCliName(String cliName) {
        for (Profile profile : values()) {
            if (profile.cliName.equals(cliName)) {
                return profile;
            }
        }
        String known = Arrays.stream(values()).map(Profile::cliName).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("There is no profile '" + cliName + "': use one of " + known);
    }

    /** The domains, in the order in which small data sets get them. */
    List<Domain> domains() {
        return domains;
    }
}
