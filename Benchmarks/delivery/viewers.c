// Many viewers in one thread: WebSockets of a room, or players of a plain HLS playlist.
//
//     viewers ws  PORT PATH N SECONDS WARMUP
//     viewers hls PORT PATH N SECONDS WARMUP
//
// WebSocket: the first viewer asks for `sent=true`, so that the server tells when it began to hand out each packet,
// by the clock of this machine. Every other viewer's receipt, when the last byte of a packet has been read, is
// compared with that. HLS: a viewer reads the playlist twice a second and every new segment, on one connection.
// One line of JSON comes out.

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static int64_t now_us(clockid_t clock) {
    struct timespec t;
    clock_gettime(clock, &t);
    return t.tv_sec * 1000000LL + t.tv_nsec / 1000;
}

static void fail(const char *what) {
    fprintf(stderr, "viewers: %s: %s\n", what, strerror(errno));
    exit(1);
}

typedef struct {
    int socket, number;
    // WebSocket: the head of a frame, then what is left of it.
    unsigned char head[26];
    int head_has, is_open;
    uint64_t left;
    uint64_t frame_size;
    int64_t last_pts[2];
    uint64_t packets, skips, restarts;
    // HLS
    char answer[1 << 16];
    int answer_has, reads_body, is_playlist, is_busy;
    int64_t asked, next_playlist;
    char last_segment[128], segment[128];
} Viewer;

typedef struct { int64_t pts, at; int track; } Stamp;
typedef struct { int64_t pts, at; int track; } Receipt;

static Viewer *viewers;
static int count, poller, opened;
static const char *path;
static int port;
static int is_measuring;
static uint64_t bytes, requests, failures, segments;
static Stamp *stamps;
static size_t stamp_count, stamp_room;
static Receipt *receipts;
static size_t receipt_count, receipt_room;
static double *times;
static size_t time_count, time_room;
static char *scratch;
#define SCRATCH (1 << 18)

static void *grown(void *array, size_t have, size_t *room, size_t size) {
    if (have < *room) return array;
    *room = *room ? *room * 2 : 4096;
    return realloc(array, *room * size);
}

static void join(Viewer *v) {
    v->socket = socket(AF_INET, SOCK_STREAM, 0);
    if (v->socket < 0) fail("socket");
    int one = 1;
    setsockopt(v->socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(v->socket, (struct sockaddr *)&address, sizeof address)) fail("connect");
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = v};
    if (epoll_ctl(poller, EPOLL_CTL_ADD, v->socket, &event)) fail("epoll_ctl");
}

static void say(Viewer *v, const char *text) {
    if (send(v->socket, text, strlen(text), MSG_NOSIGNAL) < 0) fail("send");
}

// WebSocket

static void upgrade(Viewer *v) {
    char text[512];
    snprintf(text, sizeof text,
        "GET %s%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n",
        path, v->number == 0 ? "?sent=true" : "", port);
    say(v, text);
}

static void note_stamp(const char *text) {
    const char *pts = strstr(text, "\"pts\":"), *at = strstr(text, "\"at\":"), *track = strstr(text, "\"track\":");
    if (!pts || !at || !track) return;
    stamps = grown(stamps, stamp_count, &stamp_room, sizeof *stamps);
    stamps[stamp_count++] = (Stamp){strtoll(pts + 6, 0, 10), strtoll(at + 5, 0, 10), atoi(track + 8)};
}

static void note_packet(Viewer *v, const unsigned char *header, int64_t at) {
    int track = header[1], flags = header[2];
    if (track > 1) return;
    uint32_t duration = 0;
    int64_t pts = 0;
    for (int i = 4; i < 8; i++) duration = duration << 8 | header[i];
    for (int i = 8; i < 16; i++) pts = pts << 8 | header[i];
    if (is_measuring) {
        v->packets++;
        if (flags & 2) v->restarts++;
        if (track == 1 && v->last_pts[1] && pts - v->last_pts[1] > 30000)
            v->skips += (pts - v->last_pts[1]) / 20000 - 1;
        receipts = grown(receipts, receipt_count, &receipt_room, sizeof *receipts);
        receipts[receipt_count++] = (Receipt){pts, at, track};
    }
    v->last_pts[track] = pts;
}

// Reads all that is there: heads into `head`, the rest is only counted, but for the text of the first viewer.
static void read_frames(Viewer *v) {
    for (;;) {
        ssize_t got = recv(v->socket, scratch, SCRATCH, MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return;
        if (got <= 0) { failures++; epoll_ctl(poller, EPOLL_CTL_DEL, v->socket, 0); return; }
        if (is_measuring) bytes += got;
        int64_t at = now_us(CLOCK_REALTIME);
        char *from = scratch, *end = scratch + got;
        while (from < end) {
            if (!v->is_open) {
                // The answer to the handshake ends with an empty line.
                while (from < end && !v->is_open) {
                    v->answer[v->answer_has++] = *from++;
                    if (v->answer_has >= 4 && !memcmp(v->answer + v->answer_has - 4, "\r\n\r\n", 4)) {
                        if (strncmp(v->answer, "HTTP/1.1 101", 12)) {
                            fprintf(stderr, "viewers: refused: %.200s\n", v->answer);
                            exit(1);
                        }
                        v->is_open = 1;
                        opened++;
                    }
                }
                v->head_has = 0;
                continue;
            }
            if (v->left) {
                uint64_t part = (uint64_t)(end - from) < v->left ? (uint64_t)(end - from) : v->left;
                if (v->reads_body && v->answer_has + part < sizeof v->answer) {
                    memcpy(v->answer + v->answer_has, from, part);
                    v->answer_has += part;
                }
                from += part;
                v->left -= part;
                if (v->left) continue;
                if (v->reads_body) {
                    v->answer[v->answer_has] = 0;
                    if (strstr(v->answer, "\"type\":\"sent\"")) note_stamp(v->answer);
                } else note_packet(v, v->head, at);
                v->head_has = 0;
                continue;
            }
            // Two bytes of frame, its length, and for media the packet's own header.
            v->head[v->head_has++] = *from++;
            int length = v->head_has < 2 ? 127 : v->head[1] & 127;
            int frame_head = length == 126 ? 4 : length == 127 ? 10 : 2;
            if (v->head_has < 2 || v->head_has < frame_head) continue;
            if (v->head_has == frame_head) {
                uint64_t size = length;
                if (length > 125) { size = 0; for (int i = 2; i < frame_head; i++) size = size << 8 | v->head[i]; }
                v->frame_size = size;
                int opcode = v->head[0] & 15;
                v->reads_body = opcode != 2;
                v->answer_has = 0;
                if (opcode != 2) {
                    if (size == 0) v->head_has = 0; else v->left = size;
                    // A ping must be answered within two of its intervals; an empty pong will do.
                    if (opcode == 9) { static const char pong[6] = {(char)0x8A, (char)0x80}; send(v->socket, pong, 6, MSG_NOSIGNAL); }
                }
                continue;
            }
            if (v->head_has < frame_head + 16) continue;
            memmove(v->head, v->head + frame_head, 16);
            v->left = v->frame_size - 16;
            if (!v->left) { note_packet(v, v->head, at); v->head_has = 0; }
        }
    }
}

// HLS

static void ask(Viewer *v, const char *name, int is_playlist) {
    char text[512];
    snprintf(text, sizeof text, "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", name);
    v->answer_has = v->reads_body = 0;
    v->is_playlist = is_playlist;
    v->is_busy = 1;
    v->asked = now_us(CLOCK_MONOTONIC);
    say(v, text);
}

static void take_answer(Viewer *v) {
    int64_t now = now_us(CLOCK_MONOTONIC);
    v->is_busy = 0;
    if (is_measuring) {
        requests++;
        times = grown(times, time_count, &time_room, sizeof *times);
        times[time_count++] = (now - v->asked) / 1000.0;
        if (!v->is_playlist) segments++;
    }
    if (!v->is_playlist) { strcpy(v->last_segment, v->segment); return; }
    // The newest segment that is listed.
    char *line = 0, *save = 0, newest[128] = "";
    for (line = strtok_r(v->answer, "\r\n", &save); line; line = strtok_r(0, "\r\n", &save))
        if (line[0] != '#' && strlen(line) < 100 && strstr(line, ".ts")) strcpy(newest, line);
    if (newest[0] && strcmp(newest, v->last_segment)) {
        strcpy(v->segment, newest);
        char name[256];
        const char *slash = strrchr(path, '/');
        snprintf(name, sizeof name, "%.*s%s", (int)(slash - path + 1), path, newest);
        ask(v, name, 0);
    }
}

static void read_answers(Viewer *v) {
    for (;;) {
        ssize_t got = recv(v->socket, scratch, SCRATCH, MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return;
        if (got <= 0) { failures++; epoll_ctl(poller, EPOLL_CTL_DEL, v->socket, 0); close(v->socket); join(v); v->is_busy = 0; return; }
        if (is_measuring) bytes += got;
        char *from = scratch, *end = scratch + got;
        while (from < end) {
            if (!v->reads_body) {
                while (from < end && !v->reads_body) {
                    if (v->answer_has + 1 >= (int)sizeof v->answer) exit(1);
                    v->answer[v->answer_has++] = *from++;
                    if (v->answer_has < 4 || memcmp(v->answer + v->answer_has - 4, "\r\n\r\n", 4)) continue;
                    v->answer[v->answer_has] = 0;
                    if (strncmp(v->answer, "HTTP/1.1 200", 12)) failures++;
                    const char *length = strcasestr(v->answer, "\r\ncontent-length:");
                    v->left = length ? strtoull(length + 17, 0, 10) : 0;
                    v->answer_has = 0;
                    v->reads_body = 1;
                    if (!v->left) { v->answer[0] = 0; take_answer(v); }
                }
                continue;
            }
            uint64_t part = (uint64_t)(end - from) < v->left ? (uint64_t)(end - from) : v->left;
            if (v->is_playlist && v->answer_has + part < sizeof v->answer) {
                memcpy(v->answer + v->answer_has, from, part);
                v->answer_has += part;
            }
            from += part;
            v->left -= part;
            if (!v->left) { v->answer[v->answer_has] = 0; take_answer(v); }
        }
    }
}

// Both

static int by_stamp(const void *a, const void *b) {
    const Stamp *x = a, *y = b;
    if (x->track != y->track) return x->track - y->track;
    return x->pts < y->pts ? -1 : x->pts > y->pts;
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static double share(double part) {
    if (!time_count) return -1;
    size_t index = part * time_count;
    return times[index < time_count ? index : time_count - 1];
}

static void run(double seconds, int is_hls) {
    struct epoll_event events[512];
    int64_t end = now_us(CLOCK_MONOTONIC) + seconds * 1e6;
    while (now_us(CLOCK_MONOTONIC) < end) {
        int ready = epoll_wait(poller, events, 512, 5);
        for (int i = 0; i < ready; i++)
            if (is_hls) read_answers(events[i].data.ptr); else read_frames(events[i].data.ptr);
        if (!is_hls) continue;
        int64_t now = now_us(CLOCK_MONOTONIC);
        for (int i = 0; i < count; i++)
            if (!viewers[i].is_busy && now >= viewers[i].next_playlist) {
                viewers[i].next_playlist = now + 500000;
                ask(&viewers[i], path, 1);
            }
    }
}

int main(int argc, char **argv) {
    if (argc != 7) { fprintf(stderr, "viewers ws|hls PORT PATH N SECONDS WARMUP\n"); return 2; }
    int is_hls = !strcmp(argv[1], "hls");
    port = atoi(argv[2]);
    path = argv[3];
    count = atoi(argv[4]);
    double seconds = atof(argv[5]), warm = atof(argv[6]);
    viewers = calloc(count, sizeof *viewers);
    scratch = malloc(SCRATCH);
    poller = epoll_create1(0);
    for (int i = 0; i < count; i++) {
        viewers[i].number = i;
        join(&viewers[i]);
        if (is_hls) viewers[i].next_playlist = now_us(CLOCK_MONOTONIC) + (int64_t)i * 500000 / count;
        else upgrade(&viewers[i]);
        // Not all in one moment: no audience comes like that.
        if (i % 20 == 19) run(0.02, is_hls);
    }
    run(warm, is_hls);
    if (!is_hls && opened < count) { fprintf(stderr, "viewers: %d of %d came in\n", opened, count); return 1; }
    fprintf(stderr, "ready\n");
    is_measuring = 1;
    bytes = failures = 0;
    int64_t began = now_us(CLOCK_MONOTONIC);
    struct timespec used;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    double cpu = used.tv_sec + used.tv_nsec / 1e9;
    run(seconds, is_hls);
    double lasted = (now_us(CLOCK_MONOTONIC) - began) / 1e6;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    cpu = used.tv_sec + used.tv_nsec / 1e9 - cpu;
    fprintf(stderr, "done\n");
    is_measuring = 0;
    if (!is_hls) run(1, 0);   // Stamps of what came last.

    uint64_t packets = 0, skips = 0, restarts = 0, unstamped = 0;
    if (!is_hls) {
        qsort(stamps, stamp_count, sizeof *stamps, by_stamp);
        for (size_t i = 0; i < receipt_count; i++) {
            Stamp key = {receipts[i].pts, 0, receipts[i].track};
            Stamp *stamp = stamp_count ? bsearch(&key, stamps, stamp_count, sizeof *stamps, by_stamp) : 0;
            if (!stamp) { unstamped++; continue; }
            times = grown(times, time_count, &time_room, sizeof *times);
            times[time_count++] = (receipts[i].at - stamp->at) / 1000.0;
        }
        for (int i = 0; i < count; i++) {
            packets += viewers[i].packets;
            skips += viewers[i].skips;
            restarts += viewers[i].restarts;
        }
    }
    qsort(times, time_count, sizeof *times, by_size);
    printf("{\"viewers\":%d,\"seconds\":%.2f,\"mbitPerViewer\":%.3f,\"p50Ms\":%.2f,\"p95Ms\":%.2f,\"p99Ms\":%.2f,\"maxMs\":%.2f,"
           "\"failures\":%llu,\"clientCPU\":%.3f,",
        count, lasted, bytes * 8.0 / lasted / count / 1e6, share(0.5), share(0.95), share(0.99), share(1),
        (unsigned long long)failures, cpu / lasted);
    if (is_hls)
        printf("\"requests\":%llu,\"segments\":%llu}\n", (unsigned long long)requests, (unsigned long long)segments);
    else
        printf("\"packets\":%llu,\"dropped\":%llu,\"restarts\":%llu,\"unstamped\":%llu}\n", (unsigned long long)packets,
            (unsigned long long)skips, (unsigned long long)restarts, (unsigned long long)unstamped);
    return 0;
}
