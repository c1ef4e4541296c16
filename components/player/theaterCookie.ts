/** Set while theater mode is on. */
// Spelt as browsers have stored it since the first version.
export const THEATER_COOKIE = 'framewise_theatre'
