/** A film's page; within a course, as a film of it. */
export function filmHref(videoId: string, courseId: string | undefined): string {
  return courseId ? `/videos/${videoId}?in=${courseId}` : `/videos/${videoId}`
}
