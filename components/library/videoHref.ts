/** The path of a video's page; with a course, the page shows that course beside it. */
export function videoHref(videoId: string, courseId: string | undefined): string {
  return courseId ? `/videos/${videoId}?in=${courseId}` : `/videos/${videoId}`
}
