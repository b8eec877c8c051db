package dev.vernier.synth;

import java.util.List;
import java.util.Map;

/**
 * A manufacturer: its models and the private groups its scanners write.
 *
 * <p>The private creators are no real ones: dictionaries know those, and would read our values by other VRs where the
 * file names none. Thread rule: immutable.
 */
enum Scanner {
    GE(
            "GE MEDICAL SYSTEMS",
            List.of("LightSpeed VCT", "Revolution CT", "Optima CT660"),
            List.of("SIGNA Architect", "DISCOVERY MR750", "Optima MR450w"),
            Map.of(
                    0x0009, "GEMS_IDEN_99",
                    0x0019, "GEMS_ACQU_99",
                    0x0021, "GEMS_RELA_99",
                    0x0027, "GEMS_IMAG_99",
                    0x0029, "GEMS_IMPS_99")),
    SIEMENS(
            "SIEMENS",
            List.of("SOMATOM Force", "SOMATOM Definition AS+", "Sensation 64"),
            List.of("Skyra", "Prisma_fit", "Aera", "Verio"),
            Map.of(0x0019, "SIEMENS MR SYNTH", 0x0021, "SIEMENS MED SYNTH", 0x0029, "SIEMENS CSA SYNTH")),
    PHILIPS(
            "Philips Medical Systems",
            List.of("Brilliance 64", "iCT 256", "IQon - Spectral CT"),
            List.of("Ingenia", "Achieva dStream", "Ingenia Elition X"),
            Map.of(
                    0x0009, "SPI-P Release 99",
                    0x0019, "PHILIPS MR/PART 99",
                    0x0021, "PHILIPS MR/LAST 99",
                    0x0029, "PHILIPS-MR-99")),
    TOSHIBA(
            "TOSHIBA",
            List.of("Aquilion ONE", "Aquilion PRIME"),
            List.of("Vantage Titan", "MRT200SP5"),
            Map.of(
                    0x0009, "TOSHIBA_MEC_99",
                    0x0019, "TOSHIBA_MEC_MR99",
                    0x0021, "TOSHIBA_MEC_CT99",
                    0x0029, "TOSHIBA_MEC_OT99"));

    private final String manufacturer;
    private final List<String> ctModels;
    private final List<String> mrModels;
    private final Map<Integer, String> privateCreators;

    Scanner(String manufacturer, List<String> ctModels, List<String> mrModels, Map<Integer, String> privateCreators) {
        this.manufacturer = manufacturer;
        this.ctModels = ctModels;
        this.mrModels = mrModels;
        this.privateCreators = privateCreators;
    }

    String manufacturer() {
        return manufacturer;
    }

    List<String> models(boolean ct) {
        return ct ? ctModels : mrModels;
    }

    /** Who owns a private group, or {@code null} where the manufacturer does not use it. */
    String privateCreator(int group) {
        return privateCreators.get(group);
    }
}
