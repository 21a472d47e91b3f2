import type { ReactNode } from "react";

/** Our own drawings: Zalo's icon font comes from another host. All are decoration beside words. */
function Drawing({
  children,
  size = 24,
}: {
  readonly children: ReactNode;
  readonly size?: number;
}) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

type IconProps = { readonly size?: number };

export function BackIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="M15 5l-7 7 7 7" />
    </Drawing>
  );
}

export function ForwardIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="M9 5l7 7-7 7" />
    </Drawing>
  );
}

export function PhoneIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a1 1 0 0 1-1 1A16 16 0 0 1 4 5a1 1 0 0 1 1-1z" />
    </Drawing>
  );
}

export function LockIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <rect x="5" y="11" width="14" height="9" rx="2" />
      <path d="M8 11V8a4 4 0 0 1 8 0v3" />
    </Drawing>
  );
}

export function MessageIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="M5 5h14a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-8l-5 4v-4H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1z" />
    </Drawing>
  );
}

export function EnvelopeIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <rect x="3.5" y="5.5" width="17" height="13" rx="2" />
      <path d="M4 7l8 6 8-6" />
    </Drawing>
  );
}

export function SchoolIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="M3 10l9-5 9 5-9 5z" />
      <path d="M7 12.5V17c3 2 7 2 10 0v-4.500" />
    </Drawing>
  );
}

export function CloseIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="M6 6l12 12M18 6L6 18" />
    </Drawing>
  );
}

export function CheckIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="M5 13l4 4 10-11" />
    </Drawing>
  );
}

export function WarningIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="M12 4l9 16H3z" />
      <path d="M12 10v4M12 17v.010" />
    </Drawing>
  );
}

export function InfoIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 11v5M12 8v.010" />
    </Drawing>
  );
}

export function PhotoIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <rect x="3.500" y="5" width="17" height="14" rx="2" />
      <circle cx="9" cy="10" r="1.500" />
      <path d="M4 17l5-4 3 2 4-4 4 4" />
    </Drawing>
  );
}

export function ClockIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5l3 2" />
    </Drawing>
  );
}

export function LeaveIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5" />
      <path d="M4 12h11M11 8l4 4-4 4" />
    </Drawing>
  );
}

export function CopyIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <rect x="8" y="8" width="12" height="12" rx="2" />
      <path d="M16 8V5a1 1 0 0 0-1-1H5a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h3" />
    </Drawing>
  );
}

export function ShareIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <circle cx="17.500" cy="5.500" r="2.500" />
      <circle cx="6.500" cy="12" r="2.500" />
      <circle cx="17.500" cy="18.500" r="2.500" />
      <path d="M8.700 10.700l6.600-3.900M8.700 13.300l6.600 3.900" />
    </Drawing>
  );
}

export function NewsIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="M4 6h12v12a2 2 0 0 0 2 2H6a2 2 0 0 1-2-2z" />
      <path d="M16 9h4v9a2 2 0 0 1-4 0M7 10h6M7 13h6M7 16h4" />
    </Drawing>
  );
}

export function BellIcon(props: IconProps) {
  return (
    <Drawing {...props}>
      <path d="M6 16v-5a6 6 0 0 1 12 0v5l1.5 2h-15z" />
      <path d="M10 21h4" />
    </Drawing>
  );
}
