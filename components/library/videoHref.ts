/** A video's page; within a course, as a video of it. */
export function videoHref(videoId: string, courseId: string | undefined): string {
  return courseId ? `/videos/${videoId}?in=${courseId}` : `/videos/${videoId}`
}
