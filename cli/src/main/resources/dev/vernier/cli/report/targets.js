// Target spacings as code to paste.

/** A length as a Python float. */
const float = (value) => (Number.isInteger(value) ? value.toFixed(1) : String(value));

const RESAMPLE_BY_SIMPLEITK = ([x, y, z]) => `spacing = (${x}, ${y}, ${z})
size = [max(1, round(n * old / new)) for n, old, new
        in zip(image.GetSize(), image.GetSpacing(), spacing)]
image = sitk.Resample(
    image, size, sitk.Transform(), sitk.sitkLinear,
    image.GetOrigin(), spacing, image.GetDirection(),
    0, image.GetPixelID())`;

const PLAN_BY_NNUNET = ([x, y, z]) => `nnUNetv2_plan_experiment -d DATASET \\
  -overwrite_target_spacing ${z} ${y} ${x} \\
  -overwrite_plans_name nnUNetPlansTarget`;

/** For images that stay as they are stored. */
const FOR_STORED_IMAGES = [
  {
    name: "MONAI",
    order: "x, y, z",
    note: "For the stored array: no Orientationd before it. With Orientationd, take the numbers of",
    code: ([x, y, z]) => `Spacingd(keys=["image"], pixdim=(${x}, ${y}, ${z}))`,
  },
  {
    name: "TorchIO",
    order: "x, y, z",
    note: "For the stored array: no ToCanonical before it. With ToCanonical, take the numbers of",
    code: ([x, y, z]) => `tio.Resample((${x}, ${y}, ${z}))`,
  },
  {
    name: "SimpleITK",
    order: "x, y, z",
    note: "For the stored array: no DICOMOrient before it. With DICOMOrient, take the numbers of",
    code: RESAMPLE_BY_SIMPLEITK,
  },
  {
    name: "nnU-Net v2",
    order: "z, y, x",
    note: "For the stored array, as SimpleITKIO reads it. For NibabelIOWithReorient, take the numbers of",
    code: PLAN_BY_NNUNET,
  },
];

/** For images that are turned to the patient's axes first. */
const FOR_TURNED_IMAGES = [
  {
    name: "MONAI",
    order: "R/L, A/P, S/I",
    note: "For the patient’s axes: Orientationd comes first. Without it, take the numbers of",
    code: ([x, y, z]) => `Orientationd(keys=["image"], axcodes="RAS"),
Spacingd(keys=["image"], pixdim=(${x}, ${y}, ${z})),`,
  },
  {
    name: "TorchIO",
    order: "R/L, A/P, S/I",
    note: "For the patient’s axes: ToCanonical comes first. Without it, take the numbers of",
    code: ([x, y, z]) => `tio.ToCanonical(),
tio.Resample((${x}, ${y}, ${z})),`,
  },
  {
    name: "SimpleITK",
    order: "R/L, A/P, S/I",
    note: "For the patient’s axes: DICOMOrient comes first. Without it, take the numbers of",
    code: (target) => `image = sitk.DICOMOrient(image, "LPS")
` + RESAMPLE_BY_SIMPLEITK(target),
  },
  {
    name: "nnU-Net v2",
    order: "S/I, A/P, R/L",
    note: "For the patient’s axes, as NibabelIOWithReorient reads them. For SimpleITKIO, take the numbers of",
    code: (target) => `# in dataset.json: "overwrite_image_reader_writer":
#   "NibabelIOWithReorient"
` + PLAN_BY_NNUNET(target),
  },
];

/** The option that gives the numbers for images treated in the other way. */
const OTHER_AXES = alongPatient ? "--axes array" : "--axes patient";

const FRAMEWORKS = alongPatient ? FOR_TURNED_IMAGES : FOR_STORED_IMAGES;

function targetOf(domain) {
  return domain < 0 ? data.allTarget : ["x", "y", "z"].map((axisName) => data.domains[axisName][domain]);
}

async function copy(text, block) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Some browsers refuse where the page is a file: select it, and try the old way.
    getSelection().selectAllChildren(block);
    return document.execCommand("copy");
  }
}

function snippet({ name, order, note, code }, target) {
  const text = code(target.map(float));
  const block = element("pre", { textContent: text });
  const button = element("button", { type: "button", textContent: "Copy", "aria-label": "Copy the code for " + name });
  button.addEventListener("click", async () => {
    button.textContent = (await copy(text, block)) ? "Copied" : "Selected";
    setTimeout(() => (button.textContent = "Copy"), 1500);
  });
  const heading = element("span", {}, element("b", { textContent: name }), " " + order);
  return element("div", { className: "snippet" }, element("div", { className: "snippet-head" }, heading, button),
    element("p", { className: "snippet-note" }, note + " ", element("code", { textContent: OTHER_AXES }), "."), block);
}

function drawTargets() {
  const bySize = domainNames.map((_, domain) => domain).sort((a, b) => data.domains.voting[b] - data.domains.voting[a] || a - b);
  const options = bySize.filter((domain) => targetOf(domain)[0] !== null).map((domain) => [domain, domainNames[domain]]);
  if (data.allTarget[0] !== null && domainNames.length > 1) options.push([-1, "all series"]);
  if (options.length === 0) {
    $("target-snippets").append(element("p", { textContent: "No series counts, so there is no target." }));
    return;
  }
  const { chooser, field } = select("Domain", options, () => draw());
  const draw = () => $("target-snippets").replaceChildren(...FRAMEWORKS.map((framework) => snippet(framework, targetOf(Number(chooser.value)))));
  $("target-controls").append(field);
  draw();
}
