-- Which job workers live: a killed worker's jobs must not wait for a time-out.
-- Each process holds an advisory lock on lock_key for as long as it lives.
create table job_workers (
  worker_id text constraint job_workers_pkey primary key,
  lock_key integer not null
);
grant select, insert, delete on job_workers to truong_an_app;
