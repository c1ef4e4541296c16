/** There when somebody likes the player wide. */
export const THEATRE_COOKIE = 'framewise_theatre'
