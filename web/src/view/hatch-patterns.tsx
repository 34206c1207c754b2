/** Patterns of unknown parts, once a page; every picture refers to them by name. */
export const HatchPatterns = () => (
  <svg width="0" height="0" aria-hidden="true" className="patterns">
    <defs>
      <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="4" height="4" className="hatch-ground" />
        <rect width="1.3" height="4" className="hatch-line" />
      </pattern>
    </defs>
  </svg>
);
